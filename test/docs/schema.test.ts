import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DocumentRecord } from '../../core/documents/records.ts'
import { recordSchemas } from '../../core/documents/schemas.ts'

const folder = join(import.meta.dirname, '../../docs/schema')
const schemas = recordSchemas()

test.each(Object.keys(schemas))('the published schema %s is that of the record', async (name) => {
  await expect(`${JSON.stringify(schemas[name], null, 2)}\n`).toMatchFileSnapshot(join(folder, name))
})

test('every record has its schema, every schema its record, and the page lists them', () => {
  expect(readdirSync(folder).filter((name) => name.endsWith('.json')).sort()).toEqual(Object.keys(schemas).sort())
  const templates = DocumentRecord.options.flatMap((record): readonly { shape: { template: { value: string } } }[] => ('options' in record ? record.options : [record])).map(({ shape }) => shape.template.value)
  expect(templates.map((template) => `${template.replace('/', '-')}.schema.json`).sort()).toEqual(Object.keys(schemas).sort())
  const page = readFileSync(join(folder, 'README.md'), 'utf8')
  for (const name of Object.keys(schemas)) expect(page).toContain(name)
})
