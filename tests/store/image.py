"""What lies in a locked vault once it is decrypted: every byte of every page, free pages and gaps too."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, NONCE = 4096, 80, 16


def decrypted(file: Path, key: bytes) -> bytes:
    """Return the plain bytes of a SQLCipher file; the first 16 are those of its salt."""
    content, plain = file.read_bytes(), bytearray()
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        body, rest = page[: PAGE - RESERVED], page[PAGE - RESERVED :]
        body = body[16:] if not start else body
        opened = Cipher(algorithms.AES(key), modes.CBC(rest[:NONCE])).decryptor()
        plain += opened.update(body) + opened.finalize()
    return bytes(plain)
