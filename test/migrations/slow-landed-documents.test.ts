import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { openWorld } from '../../main/world.ts'
import { openDesk } from '../../core/desk.ts'
import { keepFigures } from '../figures.ts'
import { cost } from '../main/vault/hanako.ts'
import { AFTERWARDS, landedHomes, layOut } from './landed.ts'

const shelf = mkdtempSync(join(tmpdir(), 'azukari-landed-papers-'))
let verified = 0
afterAll(() => {
  rmSync(shelf, { recursive: true, force: true })
  keepFigures('documents of landed versions', { 'documents verified again': verified })
})

test.each(landedHomes())('every document that $name kept at the $office verifies', async (landed) => {
  const home = layOut(landed, join(shelf, `${landed.name}-${landed.office}`))
  const world = await openWorld({ home, now: () => AFTERWARDS, idleClock: () => 0, cost, viruses: noScanner })
  const desk = openDesk(world)
  await desk.vault.unlock(landed)
  const { reading } = await world.ledger.read()
  const paths: string[] = []
  for (const { id, files } of [...reading.list('issued').map(({ id, bodies }) => ({ id, files: bodies })), ...reading.list('imported')]) {
    const folder = join(shelf, landed.name, landed.office, id)
    mkdirSync(folder, { recursive: true })
    for (const { blob, name } of files) {
      writeFileSync(join(folder, name), await world.files.fetch(blob))
      if (/\.(pdf|json)$/.test(name)) paths.push(join(folder, name))
    }
  }

  const found = paths.length === 0 ? [] : await desk.documents.verify({ paths, trust: [(await desk.vault.publicKeys()).rootPem] })

  await world.close()
  expect(found.map(({ verdict }, i) => [paths[i], verdict]).filter(([, verdict]) => verdict !== 'verified')).toEqual([])
  if (landed.office === 'contractor') expect(found.length).toBeGreaterThan(1)
  verified += found.length
})
