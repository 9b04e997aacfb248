/** The README of an exported ledger: what lies in the folder, and how to check it without this program. */
export function exportReadme({ log, size, root }: { log: string; size: number; root: string }): string {
  return `台帳の書出し / An exported ledger
==================================

台帳 (log):   ${log}
件数 (size):  ${size}
根 (root):    ${root}

この書出しは、預かり (Azukari) がなくても確かめられます。
  python3 check.py            全件を確かめます（Python 3 の標準機能と openssl だけを使います）
public-key.pem の鍵が、公開鍵届で届け出られた点検点（チェックポイント）の鍵と同じであることを、必ず届出と照らし合わせてください。
お手元に以前の書類があれば、その中のチェックポイントを check.py に渡すと、台帳がその続きであることも確かめます。
  python3 check.py 以前のチェックポイント.txt

Check it without Azukari: \`python3 check.py\` (needs Python 3 and openssl, nothing else). Compare public-key.pem with the key that
was registered on paper; then \`python3 check.py EARLIER-CHECKPOINT.txt\` shows that this ledger continues what you were told before.

Files
-----
entries.ndjson   One entry a line, in order, exactly as hashed (without the newline): canonical JSON (RFC 8785) of
                 {by, data, log, prev, seq, ts, type, v}. \`prev\` is the leaf hash of the entry before ("" for the first), ts is UTC.
checkpoint.txt   C2SP tlog-checkpoint: log, size and base64 root, an empty line, an Ed25519 signature over everything above that line.
                 After "— log " stands base64 of 4 bytes of key id and 64 bytes of signature.
proofs.ndjson    One proof a line. {"kind":"consistency"}: an earlier checkpoint and the RFC 6962 proof (hex) that this ledger continues
                 it. {"kind":"inclusion"}: an entry's seq, leaf hash and audit path (hex) below the root of checkpoint.txt.
public-key.pem   The Ed25519 public key that signs the checkpoints.
check.py         The check, short enough to be read before it is run.

Hashes: leaf = SHA-256(0x00 || entry bytes), node = SHA-256(0x01 || left || right), tree as in RFC 6962 section 2.1.
`
}

/** Checks an export with Python's standard library and openssl, and nothing of ours. */
export const checkScript = `#!/usr/bin/env python3
"""Checks an exported ledger: every hash, every link, the tree, the signature, every proof. Prints what it found; exit 0 is good."""
import base64, hashlib, json, os, subprocess, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
sha = lambda b: hashlib.sha256(b).digest()
leaf = lambda b: sha(b"\\0" + b)
node = lambda a, b: sha(b"\\1" + a + b)

def need(so, what):
    if not so:
        print("NOT GOOD:", what)
        sys.exit(1)

def read(name):
    with open(os.path.join(here, name), "rb") as f:
        return f.read()

class Frontier:
    """The complete subtrees of a growing tree, largest first: enough for its root."""
    def __init__(self):
        self.size, self.nodes = 0, []
    def add(self, h):
        self.nodes.append(h)
        self.size += 1
        n = self.size
        while n % 2 == 0:
            right, left = self.nodes.pop(), self.nodes.pop()
            self.nodes.append(node(left, right))
            n //= 2
    def root(self):
        if not self.nodes:
            return sha(b"")
        h = self.nodes[-1]
        for left in reversed(self.nodes[:-1]):
            h = node(left, h)
        return h

def checkpoint(note):
    """Log, size and root of a checkpoint whose signature openssl believes."""
    body, _, signatures = note.partition("\\n\\n")
    log, size, root = body.split("\\n")
    line = [l for l in signatures.splitlines() if l.startswith("\\u2014 " + log + " ")]
    need(len(line) == 1, "the checkpoint has no signature of its log")
    signature = base64.b64decode(line[0].split(" ")[2])[4:]
    with tempfile.TemporaryDirectory() as t:
        text, sig = os.path.join(t, "text"), os.path.join(t, "sig")
        with open(text, "wb") as f: f.write((body + "\\n").encode())
        with open(sig, "wb") as f: f.write(signature)
        told = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", os.path.join(here, "public-key.pem"),
                               "-rawin", "-in", text, "-sigfile", sig], capture_output=True)
    need(told.returncode == 0, "openssl does not believe the checkpoint's signature")
    return log, int(size), base64.b64decode(root)

def included(h, seq, size, proof):
    """RFC 9162 section 2.1.3.2."""
    place, last = seq, size - 1
    for p in proof:
        if last == 0:
            return None
        if place % 2 == 1 or place == last:
            h = node(p, h)
            while place % 2 == 0 and place != 0:
                place, last = place // 2, last // 2
        else:
            h = node(h, p)
        place, last = place // 2, last // 2
    return h if last == 0 else None

def continues(older, its_root, size, root, proof):
    """RFC 9162 section 2.1.4.2."""
    if older == size:
        return not proof and its_root == root
    if older & (older - 1) == 0:
        proof = [its_root] + proof
    place, last = older - 1, size - 1
    while place % 2 == 1:
        place, last = place // 2, last // 2
    old = new = proof[0]
    for p in proof[1:]:
        if last == 0:
            return False
        if place % 2 == 1 or place == last:
            old, new = node(p, old), node(p, new)
            while place % 2 == 0 and place != 0:
                place, last = place // 2, last // 2
        else:
            new = node(new, p)
        place, last = place // 2, last // 2
    return old == its_root and new == root and last == 0

log, size, root = checkpoint(read("checkpoint.txt").decode())
earlier = {}
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as f:
        other, at, its_root = checkpoint(f.read())
    need(other == log, name + " is of another log")
    need(at <= size, name + " speaks of more entries than there are")
    earlier.setdefault(at, []).append((name, its_root))

proofs = [json.loads(l) for l in read("proofs.ndjson").splitlines()]
for p in proofs:
    if p["kind"] == "consistency":
        other, at, its_root = checkpoint(p["checkpoint"])
        need(other == log and at == p["size"], "a stored checkpoint is of another log")
        need(continues(at, its_root, size, root, [bytes.fromhex(h) for h in p["proof"]]), "the proof that the ledger continues %d entries fails" % at)
        earlier.setdefault(at, []).append(("checkpoint of %d entries" % at, its_root))

tree, prev, leaves = Frontier(), "", []
def compare():
    for name, its_root in earlier.pop(tree.size, []):
        need(tree.root() == its_root, "the ledger does not continue " + name)
compare()
for seq, line in enumerate(read("entries.ndjson").split(b"\\n")[:-1]):
    entry = json.loads(line)
    need(entry["seq"] == seq and entry["log"] == log, "entry %d is not in its place" % seq)
    need(entry["prev"] == prev, "entry %d does not follow the one before" % seq)
    h = leaf(line)
    leaves.append(h)
    prev = h.hex()
    tree.add(h)
    compare()
need(tree.size == size, "the checkpoint speaks of %d entries, there are %d" % (size, tree.size))
need(tree.root() == root, "the entries are not those that were signed")
need(not earlier, "a checkpoint speaks of entries that are not there")
for p in proofs:
    if p["kind"] == "inclusion":
        need(p["leafHash"] == leaves[p["seq"]].hex(), "the proof of entry %d is of another entry" % p["seq"])
        need(included(leaves[p["seq"]], p["seq"], size, [bytes.fromhex(h) for h in p["proof"]]) == root, "the proof of entry %d fails" % p["seq"])
print("GOOD: %s, %d entries, root %s" % (log, size, root.hex()))
`
