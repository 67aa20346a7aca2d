"""Codes and tokens: what people type, and what links carry."""

import hashlib
import secrets
import unicodedata

LINK_BYTES = 16  # 128 bits
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that look like another


def link_token() -> str:
    """A token for a link that must not be guessed: 128 bits, safe in a URL."""
    return secrets.token_urlsafe(LINK_BYTES)


def public_id() -> str:
    """A short id for addresses. It is no secret: the cookie decides who may enter."""
    return "".join(secrets.choice(LETTERS) for _ in range(7))


def code() -> str:
    """Eight digits for typing; the first is never 0."""
    return str(secrets.randbelow(90_000_000) + 10_000_000)


def new_password() -> str:
    """A password to be written down once: ``k7wm-2hxq-9tbn-r4ez``, about 79 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def spaced(digits: str) -> str:
    """Eight digits as people read them: ``4827 1930``."""
    return f"{digits[:4]} {digits[4:]}"


def read_code(typed: str) -> str:
    """The digits of what somebody typed, whatever script they are in; everything else is dropped."""
    return "".join(str(unicodedata.digit(sign)) for sign in typed if unicodedata.digit(sign, None) is not None)


def digest(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
