/** A growing row of hashes in pages: a million small arrays, or one array copied at each doubling, would cost more. */
export class HashPages {
  readonly #pages: Uint8Array[] = []
  length = 0

  push(hash: Uint8Array): void {
    const place = this.length % PER_PAGE
    // The first page grows, since most levels hold a handful of hashes.
    let page = this.#pages.at(-1)
    if (!page || place === 0) this.#pages.push((page = new Uint8Array(this.#pages.length === 0 ? 32 * 4 : 32 * PER_PAGE)))
    if (page.length < (place + 1) * 32) {
      const larger = new Uint8Array(page.length * 4)
      larger.set(page)
      this.#pages[this.#pages.length - 1] = page = larger
    }
    page.set(hash, place * 32)
    this.length++
  }

  at(index: number): Uint8Array {
    const page = this.#pages[Math.floor(index / PER_PAGE)]
    if (!page || index >= this.length) throw new RangeError(`no hash ${index} of ${this.length}`)
    const place = (index % PER_PAGE) * 32
    return page.slice(place, place + 32)
  }
}

const PER_PAGE = 4096
