import { paperDesk, type Scene } from './paper-desk.ts'

const asked = new URLSearchParams(location.search)
Object.assign(window, { wire: paperDesk((asked.get('scene') ?? 'ordinary') as Scene, Number(asked.get('slow') ?? 1)), pathOf: (file: File) => `/home/yoshida/${file.name}` })
// The screens read the address too, and know nothing of scenes.
history.replaceState(null, '', location.pathname + location.hash)
await import('../../renderer/main.tsx')
