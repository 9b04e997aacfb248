import { type OpenSpill, Pages } from './pages.ts'

/** How one line of a roll is written down as text, and read again. */
export interface Form<T> { write(value: T): string; read(text: string): T }

/** Something that can be gone through from the beginning as often as one likes, and never stands in memory as a whole. */
export interface Counted<T> extends AsyncIterable<T> { readonly count: number }

const LENGTH_BYTES = 4

/** A list that may be too long for memory: lines are added at its end, and read in the same order. */
export class Roll<T> implements Counted<T> {
  readonly #pages: Pages
  readonly #form: Form<T>
  #count = 0

  constructor(spill: OpenSpill, form: Form<T>, keptPages?: number) {
    this.#pages = new Pages(spill, keptPages)
    this.#form = form
  }

  get count(): number {
    return this.#count
  }

  add(value: T): Promise<void> {
    return this.addText(this.#form.write(value))
  }

  /** A line that has been written down already. */
  async addText(text: string): Promise<void> {
    const bytes = Buffer.byteLength(text)
    const room = await this.#pages.room(LENGTH_BYTES + bytes)
    room.writeUInt32LE(bytes, 0)
    room.write(text, LENGTH_BYTES)
    this.#count++
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for await (const text of this.texts()) yield this.#form.read(text)
  }

  /** The lines as they are written down. */
  async *texts(): AsyncGenerator<string> {
    for await (const page of this.#pages.all()) {
      for (let at = 0; at < page.length;) {
        const from = at + LENGTH_BYTES
        at = from + page.readUInt32LE(at)
        yield page.toString('utf8', from, at)
      }
    }
  }
}

export const asJson = <T>(): Form<T> => ({ write: (value) => JSON.stringify(value), read: (text) => JSON.parse(text) as T })
