// One page as a picture, and the boxes over it: drawn with the mouse, or added and moved with the keyboard.
import { Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import type { CSSProperties, PointerEvent } from 'react'
import type { Output } from '../../../ui/call.ts'
import type { Box, showPages } from '../contract.ts'
import { between, keyed } from './boxes.ts'

export type Shown = Output<typeof showPages>['pages'][number]

interface SheetProps {
  page: Shown
  /** All boxes of the copy; those of this page are drawn. */
  boxes: readonly Box[]
  /** As the copy will look: black, with nothing to be seen beneath. */
  solid: boolean
  set: (boxes: readonly Box[]) => void
}

const placed = ({ x, y, width, height }: Box): CSSProperties => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
})

interface HiderProps {
  box: Box
  place: number
  change: (box: Box | null) => void
}

const Hider = ({ box, place, change }: HiderProps) => {
  const { t } = useLingui()
  const { page } = box
  return (
    <div className="hider" style={placed(box)}>
      <button
        type="button"
        aria-label={t`Жасырылатын жер. Бет: ${page}, реті: ${place}`}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          const moved = keyed(box, event.key, event.shiftKey)
          if (!moved && event.key !== 'Delete' && event.key !== 'Backspace') return
          event.preventDefault()
          change(moved)
        }}
      />
      <button
        type="button"
        className="hider-off"
        aria-label={t`Алып тастау. Бет: ${page}, реті: ${place}`}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => change(null)}
      >
        ×
      </button>
    </div>
  )
}

export const Sheet = ({ page: { page, width, height, picture }, boxes, solid, set }: SheetProps) => {
  const { t } = useLingui()
  const frame = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<readonly [number, number] | null>(null)
  const [drawn, setDrawn] = useState<Box | null>(null)
  const pointOf = (event: PointerEvent): readonly [number, number] => {
    const { left, top, width: wide, height: high } = frame.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return [(event.clientX - left) / wide, (event.clientY - top) / high]
  }
  const own = boxes.flatMap((box, at) => (box.page === page ? [{ box, at }] : []))
  const add = (): void => {
    set([...boxes, { page, x: 0.3, y: 0.4, width: 0.4, height: 0.03 }])
    // The new box takes the focus, so that the arrow keys move it at once.
    requestAnimationFrame(() => [...(frame.current?.querySelectorAll('button') ?? [])].at(-2)?.focus())
  }
  return (
    <figure className="redaction-page" id={`page-${page}`}>
      <figcaption className="row">
        <b>
          <Trans>Бет: {page}</Trans>
        </b>
        <button type="button" className="button small" onClick={add}>
          <Trans>Қорап қосу</Trans>
        </button>
      </figcaption>
      <div
        ref={frame}
        className={solid ? 'redaction-sheet solid' : 'redaction-sheet'}
        style={{ aspectRatio: `${width} / ${height}` }}
        onPointerDown={(event) => {
          if (event.button !== 0 || event.pointerType === 'touch') return
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          setFrom(pointOf(event))
        }}
        onPointerMove={(event) => from && setDrawn(between(page, from, pointOf(event)))}
        onPointerUp={(event) => {
          const box = from && between(page, from, pointOf(event))
          if (box) set([...boxes, box])
          setFrom(null)
          setDrawn(null)
        }}
        onPointerCancel={() => {
          setFrom(null)
          setDrawn(null)
        }}
      >
        <img src={`data:image/jpeg;base64,${picture}`} alt={t`Құжаттың беті: ${page}`} draggable={false} />
        {own.map(({ box, at }, place) => (
          <Hider
            key={at}
            box={box}
            place={place + 1}
            change={(next) =>
              set(
                next
                  ? boxes.map((each, other) => (other === at ? next : each))
                  : boxes.filter((_, other) => other !== at),
              )
            }
          />
        ))}
        {drawn ? <div className="hider" style={placed(drawn)} /> : null}
      </div>
    </figure>
  )
}
