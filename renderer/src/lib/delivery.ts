import { assertNever } from '../../../shared/model/text.ts';
import type { Outputs } from './trpc.ts';

export type Delivery = Outputs['exports']['deliver'];

/** Starts the browser's own download of a finished file; nothing to do for the other outcomes. */
export const startDownload = (delivery: Delivery): void => {
  if (delivery.outcome !== 'download') return;
  const link = document.createElement('a');
  link.href = delivery.href;
  link.download = delivery.name;
  document.body.append(link);
  link.click();
  link.remove();
};

/**
 * How a delivery ended, in one sentence.
 * @param again what the button that tries once more is called
 */
export const deliveryText = (delivery: Delivery, again: string): string => {
  switch (delivery.outcome) {
    case 'saved':
      return `已保存到 ${delivery.place}`;
    case 'opened':
      return `已在${delivery.place}中打开。`;
    case 'download':
      return `已交给浏览器下载：${delivery.name}`;
    case 'cancelled':
      return '没有选择保存位置，文件还没有保存。';
    case 'target-open':
      return `请先关闭正在打开的“${delivery.name}”，再点“${again}”。`;
    default:
      return assertNever(delivery);
  }
};
