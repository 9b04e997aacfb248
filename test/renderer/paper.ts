import { paperDesk, type Scene } from './paper-desk.ts'

const asked = new URLSearchParams(location.search)
Object.assign(window, { wire: paperDesk((asked.get('scene') ?? 'ordinary') as Scene), pathOf: (file: File) => `/home/yoshida/${file.name}` })
await import('../../renderer/main.tsx')
