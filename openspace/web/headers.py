"""What every answer says to browsers: no inline script, no foreign address, no referrer outside."""

from flask import Flask, Response, request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types openspace",
    )
)


def prepare(app: Flask) -> None:
    """Put the headers on every answer."""
    app.after_request(_headers)


def _headers(answer: Response) -> Response:
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Referrer-Policy"] = "same-origin"
    if not request.path.startswith("/static/"):
        answer.headers["Cache-Control"] = "no-store"
        answer.vary.add("Accept-Language")
        answer.vary.add("Cookie")
    return answer
