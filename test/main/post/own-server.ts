import { spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { ServerAccess } from '../../../core/world.ts'

export interface Certified { key: string; cert: string; fingerprint: string }

/** A certificate that signs itself, by openssl: for these names, valid from yesterday for so many days. */
export function certified(folder: string, name: string, altNames: string, days = 30): Certified {
  mkdirSync(folder, { recursive: true })
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)]
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', `/O=Hikari/CN=${name}`, '-addext', `subjectAltName=${altNames}`, '-days', String(days), '-keyout', key, '-out', cert], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const pem = readFileSync(cert, 'utf8')
  return { key: readFileSync(key, 'utf8'), cert: pem, fingerprint: createHash('sha256').update(new X509Certificate(pem).raw).digest('hex') }
}

/** What a server was given, in order. */
export interface Taken { from: string; to: string[]; bytes: Buffer }
export interface OwnServer { access: ServerAccess; taken: Taken[]; logins: string[]; connections: number; /** Breaks every connection off. */ cut(): void; close(): Promise<void> }

export const USER = 'azukari'
export const PASSWORD = 'kaze-to-hikari-9!'

/** A real server on loopback, with whatever goes wrong in it. */
export async function ownServer(of: Certified, security: ServerAccess['security'], wrong: Partial<SMTPServerOptions> & { dropsAfterData?: boolean } = {}): Promise<OwnServer> {
  const { dropsAfterData = false, ...options } = wrong
  const server: OwnServer = { access: { host: 'localhost', port: 0, security, user: USER, password: PASSWORD, caPem: of.cert, fingerprint: null }, taken: [], logins: [], connections: 0, cut: () => {}, close: async () => {} }
  const smtp = new SMTPServer({
    key: of.key, cert: of.cert, secure: security === 'tls', authMethods: ['PLAIN', 'LOGIN'], disableReverseLookup: true, logger: false, closeTimeout: 200,
    onConnect(_session, callback) { server.connections++; callback() },
    onAuth({ username, password }, _session, callback) {
      server.logins.push(username ?? '')
      if (username === USER && password === PASSWORD) callback(null, { user: USER })
      else callback(Object.assign(new Error(`535 bad password ${password ?? ''}`), { responseCode: 535 }))
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => { pieces.push(piece) })
      stream.on('end', () => {
        server.taken.push({ from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(({ address }) => address), bytes: Buffer.concat(pieces) })
        if (dropsAfterData) server.cut()
        else callback(null, 'OK: queued as 4F2A')
      })
    },
    ...options,
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => { smtp.listen(0, '127.0.0.1', resolve) })
  server.access.port = (smtp.server.address() as AddressInfo).port
  const sockets = new Set<Socket>()
  smtp.server.on('connection', (socket: Socket) => { sockets.add(socket) })
  server.cut = () => { for (const socket of sockets) socket.destroy() }
  server.close = () => new Promise((resolve) => { smtp.close(() => resolve()) })
  return server
}
