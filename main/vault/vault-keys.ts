import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * The vault's one secret, 32 random bytes, and what is made from it. Everything in the home is under one of these keys;
 * the secret itself stands only in the keyring's slots, wrapped.
 */
export class VaultSecret {
  readonly #secret: Buffer

  /** Takes the secret over: it is zeroed with this object. */
  constructor(secret: Uint8Array = randomBytes(32)) {
    this.#secret = Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength)
  }

  /** For wrapping it into a slot. Not a copy. */
  get bytes(): Uint8Array {
    return this.#secret
  }

  databaseKey(): Buffer {
    return this.#derive('database')
  }

  /** Each blob has a key of its own, made from its name: a blob under another's name does not open. */
  blobKey(name: string): Buffer {
    return this.#derive(`blob ${name}`)
  }

  /** Each backup has a key of its own, made from what stands before its body in the clear (crypto/FORMAT.md). */
  backupKey(about: string): Buffer {
    return this.#derive(`backup ${about}`)
  }

  /** AES-256-GCM for the small things of the keyring; `about` is authenticated with them. */
  seal(plain: string, about: string): string {
    const nonce = randomBytes(12)
    const key = this.#derive('keyring')
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
    const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    key.fill(0)
    return sealed.toString('base64')
  }

  /** What was sealed, or null when it was altered or belongs elsewhere. */
  unseal(sealed: string, about: string): string | null {
    const bytes = Buffer.from(sealed, 'base64')
    if (bytes.length < 28) return null
    const key = this.#derive('keyring')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(about))
    key.fill(0)
    decipher.setAuthTag(bytes.subarray(-16))
    const plain = decipher.update(bytes.subarray(12, -16))
    try {
      // GCM is a stream: nothing is left for the end, which only says whether it is authentic.
      decipher.final()
      return plain.toString('utf8')
    } catch {
      return null
    } finally {
      plain.fill(0)
    }
  }

  /** HMAC-SHA256 of a short text, for comparing what must not be kept in the clear. */
  mac(text: string): Buffer {
    const key = this.#derive('marks')
    const mac = createHmac('sha256', key).update(text).digest()
    key.fill(0)
    return mac
  }

  /** As far as JavaScript lets us: copies that the garbage collector or OpenSSL made are not ours to reach. */
  forget(): void {
    this.#secret.fill(0)
  }

  #derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#secret, Buffer.alloc(0), `azukari vault ${purpose}`, 32))
  }
}
