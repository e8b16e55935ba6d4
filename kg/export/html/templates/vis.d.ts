// As much of vis-network, which comes with pyvis, as the page uses.

declare namespace vis {
  type Id = number | string;
  type Item = { id: Id };
  type Position = { x: number; y: number };
  type Animation = false | { duration: number; easingFunction: string };

  /** The nodes or edges of a network; a change draws it. */
  class DataSet {
    get(id: Id): Item | null;
    getIds(): Id[];
    remove(ids: Id[]): void;
    update(items: Item[]): void;
  }

  /** What an event is about: ids of what the pointer is on, and where it is. */
  interface Report {
    nodes: Id[];
    edges: Id[];
    node: Id;
    edge: Id;
    pointer: { DOM: Position };
  }

  class Network {
    constructor(container: HTMLElement, data: { nodes: DataSet; edges: DataSet }, options: object);
    on(event: "beforeDrawing" | "afterDrawing", act: (ctx: CanvasRenderingContext2D) => void): void;
    on(event: string, act: (report: Report) => void): void;
    getScale(): number;
    getPosition(id: Id): Position;
    getViewPosition(): Position;
    moveTo(options: { scale: number; position?: Position; animation: Animation }): void;
    fit(options: { nodes: Id[]; maxZoomLevel: number; animation: Animation }): void;
    focus(id: Id, options: { scale: number; animation: Animation }): void;
  }

  /** Where and how a custom shape is drawn. */
  interface Renderer {
    ctx: CanvasRenderingContext2D;
    x: number;
    y: number;
    label: string | undefined;
  }
}

/** The page's handle for tests and for the console; see main.js. */
interface Window {
  explorer: object;
}
