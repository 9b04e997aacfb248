import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/japanese'
import { EvidenceProblem } from './evidence-problem.ts'

/**
 * Twelve Japanese words for a fingerprint (64 hex digits), to be read over the telephone: its first 128 bits and a
 * checksum of four, by the list of BIP-39. In NFKC, as people type.
 */
export function checkWords(fingerprint: string): string[] {
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new EvidenceProblem('hash-length', { length: fingerprint.length / 2 })
  const mnemonic = entropyToMnemonic(Uint8Array.from(Buffer.from(fingerprint.slice(0, 32), 'hex')), wordlist)
  return mnemonic.normalize('NFKC').split(/\s+/u)
}

/** The 32 hex digits that twelve words stand for. Katakana, any spaces, commas and dots between the words are taken too. */
export function readCheckWords(typed: string): string {
  const words = toHiragana(typed.normalize('NFKC')).split(/[\s,.、。・]+/u).filter((word) => word !== '')
  const unknown = words.find((word) => !KNOWN.has(word))
  if (unknown !== undefined) throw new EvidenceProblem('words-unknown', { word: unknown })
  if (words.length !== 12) throw new EvidenceProblem('words-count', { count: words.length })
  try {
    return Buffer.from(mnemonicToEntropy(words.join(' ').normalize('NFKD'), wordlist)).toString('hex')
  } catch {
    throw new EvidenceProblem('words-checksum', {})
  }
}

/** Whether the words that were read to us are those of this fingerprint. */
export function matchesCheckWords(fingerprint: string, typed: string): boolean {
  return readCheckWords(typed) === fingerprint.slice(0, 32)
}

const KNOWN = new Set(wordlist.map((word) => word.normalize('NFKC')))

function toHiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}
