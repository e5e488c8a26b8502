// The chart library, only those parts of it that are drawn: loaded with the first chart.
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export interface Series {
  name: string
  color: string
  values: readonly number[]
}

export interface Plot {
  labels: readonly string[]
  series: readonly Series[]
  /** Bars lie on their side, one under another: for long names. */
  lying: boolean
  stacked: boolean
  say: (value: number) => string
}

const colorOf = (variable: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(variable).trim()

/** Draws into the element; gives the way to take it away. */
export const draw = (element: HTMLElement, { labels, series, lying, stacked, say }: Plot): (() => void) => {
  const chart = init(element, null, { renderer: 'svg' })
  const ink = colorOf('--ink-2')
  const font = { fontFamily: 'Noto Sans Variable, Noto Sans, sans-serif', color: ink, fontSize: 12 }
  const nameWidth = Math.min(300, element.clientWidth * 0.4)
  const names = {
    type: 'category' as const,
    data: [...labels],
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colorOf('--line') } },
    axisLabel: {
      ...font,
      ...(lying ? { width: nameWidth, overflow: 'break' as const, lineHeight: 14, interval: 0 } : {}),
    },
  }
  const values = {
    type: 'value' as const,
    minInterval: 1,
    splitLine: { lineStyle: { color: colorOf('--line-soft') } },
    axisLabel: { ...font, formatter: say },
  }
  chart.setOption({
    animation: false,
    textStyle: font,
    grid: { left: 8, right: 16, top: series.length > 1 ? 34 : 8, bottom: 4, containLabel: true },
    ...(series.length > 1 ? { legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: font } } : {}),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      textStyle: { ...font, color: colorOf('--ink') },
      valueFormatter: (value: unknown) => say(Number(value)),
    },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: series.map(({ name, color, values: data }) => ({
      type: 'bar',
      name,
      data: [...data],
      barMaxWidth: 22,
      itemStyle: { color: colorOf(color) },
      ...(stacked ? { stack: 'all' } : {}),
    })),
  })
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(element)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}
