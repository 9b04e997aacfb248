import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { sampleDrive } from '../../../../main/wiping/commands/command-samples.ts'
import { openTarget } from '../../../../main/wiping/open-target.ts'
import { imageFile, type Image } from '../loop-device.ts'

let image: Image
afterEach(() => image.remove())

test('a drive that was filled with something else holds none of what it held', async () => {
  image = imageFile(1 << 20, { marked: false })
  writeFileSync(image.path, 'a city’s record\n'.repeat(50_000))
  const again = await sampleDrive(image)
  expect(await again()).toEqual({ places: 64, unchanged: 64 })
  writeFileSync(image.path, Buffer.alloc(1 << 20))
  expect(await again()).toEqual({ places: 64, unchanged: 0 })
})

test('one place that stayed as it was is counted', async () => {
  image = imageFile(1 << 20, { marked: false })
  writeFileSync(image.path, Buffer.concat([Buffer.from('partition table'), Buffer.alloc(8 * 4096), Buffer.from('file system'), Buffer.alloc((1 << 20) - 8 * 4096 - 26)]))
  const again = await sampleDrive(image)
  writeFileSync(image.path, Buffer.concat([Buffer.from('partition table'), Buffer.alloc((1 << 20) - 15)]))
  expect(await again()).toEqual({ places: 2, unchanged: 1 })
})

test('another drive that took its place meanwhile says nothing of it', async () => {
  image = imageFile(1 << 20)
  let insertion = '7'
  const again = await sampleDrive(image, async (path) => ({ ...await openTarget(path, 'read'), insertion }))
  expect((await again()).unchanged).toBe(1)
  insertion = '8'
  expect(await again()).toEqual({ places: 0, unchanged: 0 })
})

test('a blank drive, and one that is gone, say nothing', async () => {
  image = imageFile(1 << 20, { marked: false })
  expect(await (await sampleDrive(image))()).toEqual({ places: 0, unchanged: 0 })
  writeFileSync(image.path, 'a city’s record\n'.repeat(50_000))
  truncateSync(image.path, 1 << 20)
  const again = await sampleDrive(image)
  rmSync(image.path)
  expect(await again()).toEqual({ places: 0, unchanged: 0 })
  expect(await (await sampleDrive({ path: image.path }))()).toEqual({ places: 0, unchanged: 0 })
})
