import type { Message } from '../text/message';
import { sentence } from '../text/message';

export function releasesCounted(count: number): Message {
  return count === 1 ? sentence('1 release') : sentence('{0} releases', count);
}

export function annotationsCounted(count: number): Message {
  return count === 1 ? sentence('1 annotation') : sentence('{0} annotations', count);
}

export function recognisedCounted(count: number): Message {
  return count === 1 ? sentence('1 recognised mention') : sentence('{0} recognised mentions', count);
}
