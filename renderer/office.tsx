import { useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { client, questions } from './asking/questions.ts'
import { forgetDrafts } from './asking/kept.ts'
import { InHand } from './frame/in-hand.tsx'
import { forgetEnded } from './jobs/jobs.ts'
import { Asked } from './parts/asked.tsx'
import { router } from './places.tsx'
import { created } from './start/created.ts'
import { Owing } from './start/owing.tsx'
import { ShowOnce } from './start/show-once.tsx'
import { shownOnce } from './start/shown-once.ts'
import { ShowKey, Start } from './start/start.tsx'

/** No vault, a locked vault, or the desk. */
export function Office() {
  const question = useQuery({ ...questions.status, refetchInterval: 5_000 })
  const fresh = created.use()
  const once = shownOnce.use()
  const state = question.data?.state
  useEffect(() => {
    if (state !== 'locked') return
    // What was on the screen goes with the one who read it.
    forgetDrafts()
    shownOnce.forget()
    forgetEnded()
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'vault' })
    void router.navigate({ to: '/' })
  }, [state])

  if (once) return <ShowOnce shown={once} onKept={shownOnce.forget} />
  if (fresh) return <ShowKey created={fresh} onKept={created.forget} />
  return (
    <Asked of={question}>
      {(status) => (status.state === 'open' && status.organisation && status.session
        ? (status.owed ?? []).length > 0 ? <Owing owed={status.owed ?? []} session={status.session} /> : <InHand organisation={status.organisation} session={status.session}><RouterProvider router={router} /></InHand>
        : <Start status={status} />)}
    </Asked>
  )
}
