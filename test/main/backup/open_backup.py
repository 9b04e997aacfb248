"""Opens a backup with nothing of ours: crypto/FORMAT.md, *The backup*. python3 open_backup.py FILE RECOVERY-KEY → names, sizes and SHA-256, as JSON."""
import base64, hashlib, hmac, io, json, sys, tarfile
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def hkdf(key, salt, info):
    prk = hmac.new(salt or b'\0' * 32, key, hashlib.sha256).digest()
    return hmac.new(prk, info + b'\x01', hashlib.sha256).digest()


def recovery_key(typed):
    symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    number = 0
    for symbol in typed.replace('-', '').replace(' ', ''):
        number = number << 5 | symbols.index(symbol)
    return number.to_bytes(35, 'big')[:32]


data = open(sys.argv[1], 'rb').read()
assert data[:8] == b'AZKBACK\x01'
start = 12 + int.from_bytes(data[8:12], 'big')
header = json.loads(data[12:start])
slot = header['keyring']['recovery']
bound = json.dumps({'kdf': slot['kdf'], 'purpose': 'azukari key slot', 'version': 1}, separators=(',', ':'), sort_keys=True).encode()
wrapping = hkdf(recovery_key(sys.argv[2]), base64.b64decode(slot['salt']), b'azukari recovery key 1')
secret = AESGCM(wrapping).decrypt(base64.b64decode(slot['nonce']), base64.b64decode(slot['wrapped']), bound)
key = hkdf(secret, b'', b'azukari vault backup ' + hashlib.sha256(data[:start]).hexdigest().encode())

body = data[start:]
assert body[:8] == b'AZKSEAL\x01'
stream = AESGCM(hkdf(key, body[8:24], b'azukari sealed file AZKSEAL\x01'))
chunks = [body[at:at + 65536 + 16] for at in range(24, len(body), 65536 + 16)]
plain = b''.join(stream.decrypt(i.to_bytes(11, 'big') + bytes([i == len(chunks) - 1]), chunk, None) for i, chunk in enumerate(chunks))

members = {m.name: tar.extractfile(m).read() for tar in [tarfile.open(fileobj=io.BytesIO(plain))] for m in tar}
manifest = json.loads(members.pop('manifest.json'))
assert [(p['name'], p['size'], p['sha256']) for p in manifest['parts']] == [(n, len(b), hashlib.sha256(b).hexdigest()) for n, b in members.items()]
leaf = ''
for name, content in members.items():
    for line in content.splitlines() if name.startswith('database/entries-') else []:
        assert json.loads(line)['prev'] == leaf
        leaf = hashlib.sha256(b'\0' + line).hexdigest()
assert leaf == manifest['head']['hash']
print(json.dumps({'parts': list(members), 'head': manifest['head']}))
