"""A process of its own that sets PDFs: JSON comes in on stdin, the PDF goes out on stdout.

``openspace.exports.pdf`` starts it. It knows neither database nor web, and it limits itself,
so that no document, however strange, takes the server's time or memory.
"""

import json
import resource
import sys
from datetime import datetime

import typst

from openspace.exports import TEMPLATES

STANDARDS: "list[typst.PDFStandard]" = ["a-3a", "ua-1"]
MEMORY = 2 * 1024**3
SECONDS = 60


def main() -> None:
    """Read a job, write its PDF. On stderr stands what the PDF could not keep."""
    limit(resource.RLIMIT_AS, MEMORY)
    limit(resource.RLIMIT_CPU, SECONDS)
    sys.stdout.buffer.write(typeset(sys.stdin.read()))


def limit(what: int, most: int) -> None:
    """Lower one of this process's limits, never above what its surroundings allow."""
    _, hard = resource.getrlimit(what)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (allowed, hard))


def typeset(job: str) -> bytes:
    """The PDF of a job (see the template). Raises ``typst.TypstError``.

    A character that no installed font has breaks the standards' rules. The words come first then.
    """
    compiler = typst.Compiler(TEMPLATES / "draft.typ", sys_inputs={"job": job})
    time = datetime.fromisoformat(json.loads(job)["time"])
    try:
        return _compile(compiler, time, STANDARDS)
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        sys.stderr.write("not PDF/A nor PDF/UA: no installed font has one of the characters\n")
        return _compile(compiler, time, [])


def _compile(compiler: typst.Compiler, time: datetime, standards: "list[typst.PDFStandard]") -> bytes:
    pdf, _ = compiler.compile_with_warnings(format="pdf", timestamp=time, pdf_standards=standards)
    assert isinstance(pdf, bytes)
    return pdf


if __name__ == "__main__":
    main()
