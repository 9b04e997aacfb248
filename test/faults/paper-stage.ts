import type { TestWorld } from '../world.ts'
import type { Place, Stage } from './stage.ts'

/** A stage of paper: its worlds are forks, which cost next to nothing. */
export async function paperStage(paper: TestWorld, input: unknown): Promise<Stage> {
  const of = ({ world }: Place): TestWorld => world as TestWorld
  const { head } = await paper.ledger.read()
  return {
    isReal: false,
    async fresh() {
      const world = paper.fork()
      return { world, input, written: () => world.ledger.entries(head.size, 1000), holds: async (blob) => world.blobs.has(blob), lies: (path) => world.disk.has(path), look: async () => {}, ready: async () => {}, leave: async () => world.leave() }
    },
    isAsBefore: (place) => isAsBefore(paper, of(place)),
    came: (place) => new Map([...of(place).disk].filter(([path, text]) => paper.disk.get(path) !== text)),
    agree: (whole, found) => plain(whole) === plain(found),
  }
}

async function isAsBefore(paper: TestWorld, world: TestWorld): Promise<boolean> {
  const [was, is] = [await paper.ledger.read(), await world.ledger.read()]
  return was.head.hash === is.head.hash && paper.blobs.size === world.blobs.size && paper.disk.size === world.disk.size && paper.folders.size === world.folders.size
    && paper.machine.wiped.length === world.machine.wiped.length && paper.server.letters.length === world.server.letters.length && paper.vault.session()?.personId === world.vault.session()?.personId
    && [...world.disk].every(([path, text]) => paper.disk.get(path) === text)
}

/** Without names that chance gave. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'uuid')
