import { describe, expect, test } from 'vitest'
import { readList } from '../../renderer/receive/read-list.ts'

const hash = '974b7500b0eec6a780051f3072e805a1a03db1ffa85f8941ef4e5d42621e47a2'

describe("a city's list", () => {
  test('is read with a heading, whatever the order of its columns', () => {
    expect(readList(`件数,SHA-256,ファイル名,サイズ\n12,${hash},atena.csv,927`)).toEqual({ files: [{ name: 'atena.csv', size: 927, sha256: hash, count: 12 }], bad: [] })
  })

  test('is read without a heading as name, size, hash, count', () => {
    expect(readList(`atena.csv\t927\t${hash.toUpperCase()}\t12\r\nlayout.csv`).files).toEqual([
      { name: 'atena.csv', size: 927, sha256: hash, count: 12 }, { name: 'layout.csv', size: null, sha256: null, count: null },
    ])
  })

  test('keeps a comma that stands in quotes, and a full-width number', () => {
    expect(readList('"宛名,その1 ""新"".csv","1,234",,１２').files).toEqual([{ name: '宛名,その1 "新".csv', size: 1234, sha256: null, count: 12 }])
  })

  test('takes a first line that is a file for a file, though its name says "name"', () => {
    expect(readList('names.csv,10').files).toEqual([{ name: 'names.csv', size: 10, sha256: null, count: null }])
  })

  test('names every line that it cannot read and keeps the others', () => {
    expect(readList('a.csv,twelve\n\nb.csv,5\nc.csv,5,abc')).toEqual({
      files: [{ name: 'b.csv', size: 5, sha256: null, count: null }],
      bad: [{ line: 1, text: 'a.csv,twelve' }, { line: 4, text: 'c.csv,5,abc' }],
    })
  })

  test('of nothing is empty, not bad', () => {
    expect(readList('\ufeff\n \n')).toEqual({ files: [], bad: [] })
  })

  test('names files in composed characters, as the desk does', () => {
    expect(readList('か\u3099.csv').files[0]?.name).toBe('が.csv')
  })
})
