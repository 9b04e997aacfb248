import { open, seal, verify } from '../main/packages/engine.ts'

/** One run of the engine by itself, for the stop-watch outside: seal SOURCE OUT LEVEL hidden|visible, verify PACKAGE [hash], or open PACKAGE INTO. */
async function main([what, path, out, level, names]: string[]): Promise<void> {
  const password = Buffer.from('Kd7mW-xR4nT-bQ9zF-hV3cP-yJ6sG')
  const how = { signal: new AbortController().signal, onProgress: () => {} }
  if (what === 'seal') await (await seal({ sources: [{ path: path! }], out: out!, password, level: Number(level), names: names === 'visible' ? 'visible' : 'hidden' }, how)).manifest.close()
  else if (what === 'open') await (await open({ path: path!, password, into: out! }, how)).manifest.close()
  else {
    const { readBack, differences, manifest } = await verify({ path: path!, password, hash: out === 'hash' }, how)
    if (differences.length > 0) throw new Error('the package is not what it should be')
    await manifest.close()
    console.log(readBack)
  }
}

main(process.argv.slice(2)).then(() => process.exit(0), (error: unknown) => {
  console.error(error)
  process.exit(1)
})
