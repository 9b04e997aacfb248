import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readCheckpoint, writeCheckpoint } from '../../../crypto/checkpoint.ts'
import { openNote, signNote } from '../../../crypto/signed-note.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { problemOf } from './problem-of.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const origin = 'azukari.example/令和商事/ledger'
const root = sha256(Buffer.from('root'))
const note = writeCheckpoint({ origin, size: 4182, root }, privateKey)
const reading = (text: string) => problemOf(() => readCheckpoint(text, { origin, publicKey }))
/** A note of our own key over a text that we would not write. */
const signed = (text: string) => signNote(text, origin, privateKey)

describe('a checkpoint', () => {
  test('is the text of C2SP tlog-checkpoint, and is read back as it was written', () => {
    const lines = note.split('\n')
    expect(lines.slice(0, 4)).toEqual([origin, '4182', Buffer.from(root).toString('base64'), ''])
    expect(lines[4]).toMatch(/^— azukari\.example\/令和商事\/ledger [A-Za-z0-9+/]{91}=$/u)
    expect(readCheckpoint(note, { origin, publicKey })).toEqual({ size: 4182, root })
  })

  test('of an empty ledger is a checkpoint too', () => {
    const empty = writeCheckpoint({ origin, size: 0, root: sha256() }, privateKey)
    expect(readCheckpoint(empty, { origin, publicKey }).size).toBe(0)
  })

  test('keeps its force when a witness signs beneath', () => {
    const witnessed = note + signNote(note.slice(0, note.indexOf('\n\n') + 1), 'witness.example', stranger.privateKey).split('\n\n')[1]!
    expect(readCheckpoint(witnessed, { origin, publicKey }).size).toBe(4182)
  })

  test('is refused when any byte of it differs', () => {
    const bytes = Buffer.from(note)
    for (let i = 0; i < bytes.length; i++) {
      for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const altered = Buffer.from(bytes)
        altered[i]! ^= bit
        expect(reading(altered.toString())).not.toBe('accepted')
      }
    }
  })

  test.each([
    ['signed by somebody else under our name', signNote(note.slice(0, note.indexOf('\n\n') + 1), origin, stranger.privateKey), 'checkpoint-unsigned'],
    ['signed twice by us', note + note.split('\n\n')[1]!, 'checkpoint-signature'],
    ['without a signature', note.slice(0, note.indexOf('—')), 'checkpoint-malformed'],
    ['cut at the end', note.slice(0, -1), 'checkpoint-malformed'],
    ['with a carriage return', note.replace('\n', '\r\n'), 'checkpoint-malformed'],
    ['of another log of ours', signed(`other.example\n1\n${Buffer.from(root).toString('base64')}\n`), 'checkpoint-origin'],
    ['with a leading zero', signed(`${origin}\n01\n${Buffer.from(root).toString('base64')}\n`), 'checkpoint-malformed'],
    ['with a negative size', signed(`${origin}\n-1\n${Buffer.from(root).toString('base64')}\n`), 'checkpoint-malformed'],
    ['with a size beyond counting', signed(`${origin}\n9999999999999999\n${Buffer.from(root).toString('base64')}\n`), 'checkpoint-malformed'],
    ['with a short root', signed(`${origin}\n1\n${Buffer.from(root.subarray(1)).toString('base64')}\n`), 'checkpoint-malformed'],
    ['with an extension line', signed(`${origin}\n1\n${Buffer.from(root).toString('base64')}\nextra\n`), 'checkpoint-malformed'],
    ['with a bundle of signatures', note + '— w AAAAAAA=\n'.repeat(16), 'checkpoint-malformed'],
    ['that is nothing', '', 'checkpoint-malformed'],
  ])('%s is refused', (_how, text, code) => {
    expect(reading(text)).toBe(code)
  })

  test('cannot be written under a name that the form does not allow', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u3000b']) {
      expect(problemOf(() => writeCheckpoint({ origin: name, size: 1, root }, privateKey))).toBe('checkpoint-name')
    }
  })
})

test('the note that Go documents for its own implementation opens here', () => {
  // golang.org/x/mod/sumdb/note, package example; the verifier key is name+id+base64(0x01 ‖ public key).
  const key = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1)
  const peter = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') } })
  const text = 'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n'
  const goNote = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

  expect(openNote(goNote, 'PeterNeumann', peter)).toBe(text)
  expect(problemOf(() => openNote(goNote.replace('cryptography', 'Cryptography'), 'PeterNeumann', peter))).toBe('checkpoint-signature')
})
