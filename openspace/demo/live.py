"""Plays a live demo: ``python -m openspace.demo.live`` with a script as JSON on its standard input.

A process of its own, patched before anything else is imported, so that hundreds of phones cost no threads.
"""

# ruff: noqa: E402
from gevent import monkey

monkey.patch_all()

import json
import resource
import sys

import click

from openspace.demo.browser import Failed
from openspace.demo.evening import Evening, Script
from openspace.demo.tally import arrivals, share

SHOWN = 10  # failures that are told in full


def main() -> int:
    """Play, tell what was measured. Returns 0 when every request was answered and every phone heard everything."""
    _many_sockets()
    script = Script(**json.load(sys.stdin))
    evening = Evening(script, click.echo)
    try:
        evening.play()
    except Failed as stuck:
        evening.tally.failures.append(str(stuck))
    evening.put_away()
    return report(evening)


def _many_sockets() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def report(evening: Evening) -> int:
    """Print the figures; returns the exit code."""
    tally, phones = evening.tally, evening.phones
    news = arrivals(tally.posts, [phone.ears for phone in phones])
    current, wanted = len(phones) - evening.behind(), evening.script.phones
    for failure in tally.failures[:SHOWN]:
        click.echo(failure, err=True)
    click.echo(f"{tally.requests} requests, {len(tally.failures)} failed")
    click.echo(f"{len(tally.posts)} writes, {tally.refused.total()} refused by a rule {dict(tally.refused) or ''}")
    click.echo(f"post to phone: p50 {_ms(share(news.seconds, 0.5))}, p95 {_ms(share(news.seconds, 0.95))}", nl=False)
    click.echo(f" ({len(news.seconds)} arrivals, {news.missed} missed)")
    click.echo(f"{current} of {wanted} phones at revision {evening.head}")
    return int(bool(tally.failures or news.missed or current < wanted))


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
