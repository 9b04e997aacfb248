/** The README of an evidence pack: what lies in it, and how to check it without this program. */
export const packReadme = `証跡一式 / An evidence pack
===========================

index.pdf          索引。監査の問いごとに、答えのある台帳と書類。続けて、すべての台帳と書類
index.csv          同じもの（表計算ソフト用）
documents/         書類。様式ごと、文書番号と版ごと。発行された（市では届いた）ままのファイル
registers/         台帳。UTF-8（BOM付き）のCSV
ledger/            電子台帳のうち、この契約に関わる記録の抄本と、その証明
keys/              署名を確かめる鍵。書面で届いた公開鍵届の指紋と、必ず見比べてください
SHA256SUMS         すべてのファイルのSHA-256（sha256sum -c SHA256SUMS）
check.py           抄本と証明を確かめる短いプログラム（Python 3 と openssl だけを使います）

確かめ方
  sha256sum -c SHA256SUMS
  python3 check.py
  pdfsig documents/F-25/…/….pdf
  openssl cms -verify -cades -binary -inform DER -in ….json.p7s -content ….json -CAfile keys/…/root.pem -purpose any -out /dev/null
どれも、預かり (Azukari) を必要としません。

ledger/entries.ndjson   one entry a line, exactly as hashed (without the newline): canonical JSON (RFC 8785)
ledger/proofs.ndjson    one proof a line, in the same order: {"seq", "leafHash", "proof"}, the RFC 6962 audit path (hex) below the root of checkpoint.txt
ledger/checkpoint.txt   C2SP tlog-checkpoint: log, size and base64 root, an empty line, an Ed25519 signature (base64 of 4 bytes of key id and 64 of signature) over the lines above
ledger/public-key.pem   the Ed25519 key of the checkpoint; it must be the one of the key notice on paper
Hashes: leaf = SHA-256(0x00 || entry), node = SHA-256(0x01 || left || right).

抄本は、この契約に関わる記録だけです。ほかの契約の記録は、木の中の番号としてだけ数えられ、内容は入っていません。
`

/** Checks the extract with Python's standard library and openssl, and nothing of ours. */
export const packCheck = `#!/usr/bin/env python3
"""Checks the ledger extract of an evidence pack: every entry lies below the signed checkpoint (RFC 6962). Exit 0 is good."""
import base64, hashlib, json, os, subprocess, sys, tempfile

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ledger")
read = lambda name: open(os.path.join(here, name), "rb").read()
sha = lambda b: hashlib.sha256(b).digest()

def need(so, what):
    if not so:
        print("NOT GOOD:", what)
        sys.exit(1)

body, _, signatures = read("checkpoint.txt").decode().partition("\\n\\n")
log, size, root = body.split("\\n")
size, root = int(size), base64.b64decode(root)
line = [l for l in signatures.splitlines() if l.startswith("\\u2014 " + log + " ")]
need(len(line) == 1, "the checkpoint has no signature of its log")
with tempfile.TemporaryDirectory() as t:
    text, sig = os.path.join(t, "text"), os.path.join(t, "sig")
    open(text, "wb").write((body + "\\n").encode())
    open(sig, "wb").write(base64.b64decode(line[0].split(" ")[2])[4:])
    told = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", os.path.join(here, "public-key.pem"), "-rawin", "-in", text, "-sigfile", sig], capture_output=True)
need(told.returncode == 0, "openssl does not believe the checkpoint's signature")

entries, proofs = read("entries.ndjson").split(b"\\n")[:-1], read("proofs.ndjson").splitlines()
need(len(entries) == len(proofs), "entries and proofs do not pair")
for raw, said in zip(entries, map(json.loads, proofs)):
    entry, place, last, h = json.loads(raw), said["seq"], size - 1, sha(b"\\0" + raw)
    need(entry["seq"] == place and entry["log"] == log, "entry %d is not what its proof says" % place)
    need(h.hex() == said["leafHash"] and place < size, "entry %d was changed" % place)
    for p in map(bytes.fromhex, said["proof"]):
        need(last > 0, "the proof of entry %d is too long" % entry["seq"])
        if place % 2 == 1 or place == last:
            h = sha(b"\\1" + p + h)
            while place % 2 == 0 and place != 0: place, last = place // 2, last // 2
        else: h = sha(b"\\1" + h + p)
        place, last = place // 2, last // 2
    need(last == 0 and h == root, "entry %d does not lie below the checkpoint" % entry["seq"])
print("GOOD: %s, %d of %d entries, root %s" % (log, len(entries), size, root.hex()))
`
