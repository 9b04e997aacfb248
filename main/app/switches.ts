/** Switches by which someone else at this machine could look into a released window or weaken it. */
const hazards = [
  'remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins', 'inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid', 'auto-open-devtools-for-tabs', 'enable-automation',
  'js-flags', 'disable-web-security', 'disable-site-isolation-trials', 'allow-running-insecure-content', 'enable-blink-features', 'load-extension', 'single-process', 'in-process-gpu', 'no-zygote', 'disable-gpu-sandbox', 'disable-setuid-sandbox', 'disable-namespace-sandbox', 'disable-seccomp-filter-sandbox',
  'renderer-cmd-prefix', 'utility-cmd-prefix', 'zygote-cmd-prefix', 'wait-for-debugger', 'wait-for-debugger-children', 'gpu-launcher', 'browser-subprocess-path', 'ignore-certificate-errors', 'host-rules', 'host-resolver-rules', 'log-net-log', 'enable-logging', 'trace-startup',
]

/** The first of them that was given; the sandbox is done without only where it cannot be had, which is where root starts us. */
export function hazardAmong(given: (name: string) => boolean, isRoot: boolean): string | undefined {
  return (isRoot ? hazards : [...hazards, 'no-sandbox']).find(given)
}

/** What Chromium would do by itself and must not: write down what it was at when it crashed, keep what it has seen, and talk to the world. */
export const quiet = [
  'disable-breakpad', 'disable-crash-reporter', 'disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync', 'dns-prefetch-disable', 'no-pings', 'disable-http-cache',
]
