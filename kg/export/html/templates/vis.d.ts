// As much of vis-network, which comes with pyvis, as the page uses.

declare namespace vis {
  type Id = number | string;
  type Item = { id: Id };
  type Position = { x: number; y: number };
  type Animation = false | { duration: number; easingFunction: string };

  /** The nodes or edges of a network; a change draws it. */
  class DataSet {
    getIds(): Id[];
    remove(ids: Id[]): void;
    update(items: Item[]): void;
  }

  /** What an event is about: ids of what is moved, and where the pointer is. */
  interface Report {
    nodes: Id[];
    pointer: { DOM: Position };
  }

  class Network {
    constructor(container: HTMLElement, data: { nodes: DataSet; edges: DataSet }, options: object);
    on(event: "beforeDrawing" | "afterDrawing", act: (ctx: CanvasRenderingContext2D) => void): void;
    on(event: string, act: (report: Report) => void): void;
    setSize(): void;
    redraw(): void;
    getScale(): number;
    getPosition(id: Id): Position;
    getViewPosition(): Position;
    DOMtoCanvas(place: Position): Position;
    canvasToDOM(place: Position): Position;
    moveTo(options: { scale: number; position?: Position; animation: Animation }): void;
  }

  /** Where and how a custom shape is drawn. */
  interface Renderer {
    ctx: CanvasRenderingContext2D;
    x: number;
    y: number;
  }
}

/** The page's handle for tests and for the console; see main.js. */
interface Window {
  explorer: object;
}
