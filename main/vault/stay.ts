import type { Person } from '../../core/people/person.ts'
import { refusal } from '../../core/refusal.ts'
import type { Instant } from '../../core/time.ts'
import type { Session } from '../../core/vault/vault.ts'
import { newTotpSecret } from '../../crypto/totp.ts'
import type { IdleWatch } from './idle.ts'
import { readKeyring, writeKeyring } from './keyring.ts'
import type { OpenVault } from './open-vault.ts'
import { sealLastSeen } from './last-seen.ts'
import type { Whose } from './slots.ts'

/** The time between an unlocking and the next locking: who is in, since when, and what is under way. */
export class Stay {
  readonly inside: OpenVault
  /** Changes when whoever is in changes their password. */
  whose: Whose
  readonly since: Instant
  readonly idle: IdleWatch
  readonly #openDoor: () => void
  readonly #leaving = new AbortController()
  readonly #underWay = new Set<Promise<void>>()
  /** A secret that was shown to be put into an authenticator, until its first code. */
  #offer: { loginId: string; secret: Buffer } | null = null

  constructor({ inside, whose, since, idle, openDoor }: { inside: OpenVault; whose: Whose; since: Instant; idle: IdleWatch; openDoor: () => void }) {
    this.inside = inside
    this.whose = whose
    this.since = since
    this.idle = idle
    this.#openDoor = openDoor
  }

  session(): Session {
    const { personId, loginId, given } = this.whose
    const person: Person | undefined = this.inside.ledger.now().get('person', personId)
    // The slot is opened before the ledger; it names somebody whom the ledger does not know only if one of them was exchanged.
    if (!person) throw refusal('vault-damaged', null, null, { what: 'keyring.json' })
    return { personId, name: person.name, loginId, roles: person.roles, since: this.since, ...(given ? { passwordGiven: true } : {}) }
  }

  /** A fresh secret, in place of one that was offered before. */
  offer(loginId: string): Uint8Array {
    this.forgetOffer()
    this.#offer = { loginId, secret: newTotpSecret() }
    return this.#offer.secret
  }

  offered(loginId: string): Uint8Array | null {
    return this.#offer?.loginId === loginId ? this.#offer.secret : null
  }

  forgetOffer(): void {
    this.#offer?.secret.fill(0)
    this.#offer = null
  }

  /** Aborted when whoever is in leaves. */
  get leaving(): AbortSignal { return this.#leaving.signal }

  /** Something long begins: the idle watch stands still until it ends, and leaving waits for it. */
  begin(): { signal: AbortSignal; end(): void } {
    const release = this.idle.hold()
    let ended = (): void => {}
    const running = new Promise<void>((resolve) => { ended = resolve })
    this.#underWay.add(running)
    return {
      signal: this.#leaving.signal,
      end: () => {
        release()
        this.#underWay.delete(running)
        ended()
      },
    }
  }

  /** Calls off what is under way, waits until it has put away its halves, notes where the ledger stands, closes, and opens the door. */
  async end(keyringPath: string): Promise<void> {
    this.idle.stop()
    this.forgetOffer()
    this.#leaving.abort()
    await Promise.all(this.#underWay)
    try {
      const keyring = await readKeyring(keyringPath)
      if (keyring) await writeKeyring(keyringPath, { ...keyring, lastSeen: sealLastSeen(this.inside.secret, this.inside.ledger.head()) })
    } finally {
      this.inside.close()
      this.#openDoor()
    }
  }
}
