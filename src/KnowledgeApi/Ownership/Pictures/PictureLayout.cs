using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Pictures;

namespace KnowledgeApi.Ownership.Pictures;

/// <summary>A point of a drawing, in pixels from its left upper corner.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A box of a drawing: its middle and its size in pixels.</summary>
internal sealed record Box(PictureNode Node, IReadOnlyList<string> Lines, double X, double Y, double Width, double Height);

/// <summary>A line of a drawing and the middle of its label.</summary>
/// <param name="Stake">What it stands for.</param>
/// <param name="Points">From the owner's box to the company's.</param>
/// <param name="IsAside">Whether it runs beside the boxes, because it goes up or stays on a level.</param>
/// <param name="Label">The middle of the label.</param>
/// <param name="LabelWidth">The width of the label in pixels.</param>
internal sealed record Line(PictureStake Stake, IReadOnlyList<Spot> Points, bool IsAside, Spot Label, double LabelWidth);

/// <summary>
/// Where everything goes: owners above what they own, in layers. Lines over several layers get a place in each, so that they pass between boxes;
/// the order in a layer follows the neighbours' (Sugiyama's method), and places are as near to theirs as the room allows.
/// </summary>
internal sealed class PictureLayout
{
    public const double LineHeight = 19;
    public const double LabelHeight = 22;
    private const double LayerGap = 96;
    private const double BoxGap = 34;
    private const double Lane = 30;
    private const double Ledge = 24;
    private const double LedgeStep = 5;
    private const int Sweeps = 12;

    private readonly OwnershipPicture _picture;
    private readonly int[] _layers;
    private readonly List<Cell> _cells = [];
    private readonly List<List<Cell>> _rows = [];
    private readonly Dictionary<PictureStake, List<Cell>> _chains = [];

    private PictureLayout(OwnershipPicture picture)
    {
        _picture = picture;
        _layers = LayersOf(picture);
        MakeCells();
        for (var sweep = 0; sweep < Sweeps; sweep++)
            Sort(down: sweep % 2 == 0);
        LayOut();
    }

    public IReadOnlyList<Box> Boxes { get; private set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public double Width { get; private set; }

    public double Height { get; private set; }

    public static PictureLayout Of(OwnershipPicture picture) => new(picture);

    /// <summary>By node, its layer from 0 at the top: a layer above everything it owns a part of, where no cycle forbids it.</summary>
    private static int[] LayersOf(OwnershipPicture picture)
    {
        var up = picture.Stakes.ToLookup(stake => stake.Company, stake => stake.Owner);
        var down = picture.Stakes.ToLookup(stake => stake.Owner, stake => stake.Company);
        var focus = Enumerable.Range(0, picture.Nodes.Count).First(node => picture.Nodes[node].IsFocus);
        var layers = new int[picture.Nodes.Count];
        foreach (var (node, distance) in Longest(focus, node => up[node].Where(owner => picture.Nodes[owner].Layer <= 0)))
            layers[node] = -distance;
        foreach (var (node, distance) in Longest(focus, node => down[node].Where(company => picture.Nodes[company].Layer > 0)))
            layers[node] = distance;
        var top = layers.Min();
        return [.. layers.Select(layer => layer - top)];
    }

    // The longest way from a node to each other one, steps back to a node on the way left out.
    private static Dictionary<int, int> Longest(int from, Func<int, IEnumerable<int>> next)
    {
        var order = new List<int>();
        var seen = new HashSet<int>();
        var path = new HashSet<int>();
        var steps = new List<(int From, int To)>();
        Visit(from);
        var distances = new Dictionary<int, int> { [from] = 0 };
        var onward = steps.ToLookup(step => step.From, step => step.To);
        foreach (var node in Enumerable.Reverse(order))
        {
            foreach (var there in onward[node])
                distances[there] = Math.Max(distances.GetValueOrDefault(there), distances[node] + 1);
        }

        return distances;

        void Visit(int node)
        {
            seen.Add(node);
            path.Add(node);
            foreach (var there in next(node).Where(there => !path.Contains(there)))
            {
                steps.Add((node, there));
                if (!seen.Contains(there))
                    Visit(there);
            }

            path.Remove(node);
            order.Add(node);
        }
    }

    private void MakeCells()
    {
        for (var layer = 0; layer <= _layers.Max(); layer++)
            _rows.Add([]);
        for (var node = 0; node < _picture.Nodes.Count; node++)
        {
            var lines = TextSize.Wrap(_picture.Nodes[node].Party.Name);
            var width = Math.Max(104, lines.Max(line => TextSize.Of(line, 15, bold: true)) + 32);
            Add(new Cell(_layers[node], width) { Node = node, Lines = lines });
        }

        foreach (var stake in _picture.Stakes.Where(stake => _layers[stake.Owner] < _layers[stake.Company]))
        {
            var chain = new List<Cell> { _cells[stake.Owner] };
            for (var layer = _layers[stake.Owner] + 1; layer < _layers[stake.Company]; layer++)
                chain.Add(Add(new Cell(layer, 26)));
            chain.Add(_cells[stake.Company]);
            foreach (var (above, below) in chain.Zip(chain.Skip(1)))
            {
                above.Below.Add(below);
                below.Above.Add(above);
            }

            _chains.Add(stake, chain);
        }

        Cell Add(Cell cell)
        {
            _cells.Add(cell);
            cell.Order = _rows[cell.Layer].Count;
            _rows[cell.Layer].Add(cell);
            return cell;
        }
    }

    private void Sort(bool down)
    {
        foreach (var row in down ? _rows : Enumerable.Reverse(_rows))
        {
            foreach (var cell in row)
            {
                var neighbours = down ? cell.Above : cell.Below;
                cell.Pull = neighbours.Count == 0 ? cell.Order : neighbours.Average(neighbour => neighbour.Order / (double)_rows[neighbour.Layer].Count) * row.Count;
            }

            row.Sort((a, b) => (a.Pull, a.Order).CompareTo((b.Pull, b.Order)));
            for (var i = 0; i < row.Count; i++)
                row[i].Order = i;
        }
    }

    private void LayOut()
    {
        foreach (var row in _rows)
            Settle(row, _ => 0);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var row in sweep % 2 == 0 ? Enumerable.Reverse(_rows) : _rows)
                Settle(row, cell => cell.Above.Concat(cell.Below).Select(neighbour => neighbour.X).DefaultIfEmpty(cell.X).Average());
        }

        var left = _cells.Min(cell => cell.X - cell.Width / 2);
        foreach (var cell in _cells)
            cell.X -= left;
        // Lines beside the boxes turn above the first layer and below the last.
        var lanes = _picture.Stakes.Count(stake => !_chains.ContainsKey(stake));
        var turn = lanes == 0 ? 0 : Ledge + LedgeStep * lanes + 16;
        var y = turn;
        foreach (var row in _rows)
        {
            var height = row.Max(cell => cell.Height);
            foreach (var cell in row)
                cell.Y = y + height / 2;
            y += height + LayerGap;
        }

        Height = y - LayerGap + turn;
        Width = _cells.Max(cell => cell.X + cell.Width / 2);
        Boxes = [.. _cells.Where(cell => cell.Node >= 0).Select(cell => new Box(_picture.Nodes[cell.Node], cell.Lines, cell.X, cell.Y, cell.Width, cell.Height))];
        Lines = [.. Draw()];
        if (Lines.Any(line => line.IsAside))
            Width = Lines.Where(line => line.IsAside).Max(line => Math.Max(line.Label.X + line.LabelWidth / 2, line.Points.Max(point => point.X))) + 4;
    }

    // Everyone as near to where it is pulled as can be, in order and with gaps: those in each other's way share the mean of their wishes.
    private static void Settle(List<Cell> row, Func<Cell, double> wish)
    {
        var groups = new Stack<(double Sum, int Count)>();
        var offsets = new double[row.Count];
        for (var i = 0; i < row.Count; i++)
        {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + (row[i - 1].Width + row[i].Width) / 2 + BoxGap;
            var group = (Sum: wish(row[i]) - offsets[i], Count: 1);
            while (groups.TryPeek(out var before) && before.Sum / before.Count >= group.Sum / group.Count)
            {
                groups.Pop();
                group = (group.Sum + before.Sum, group.Count + before.Count);
            }

            groups.Push(group);
        }

        var place = 0;
        foreach (var (sum, count) in groups.Reverse())
        {
            for (var i = 0; i < count; i++, place++)
                row[place].X = sum / count + offsets[place];
        }
    }

    private IEnumerable<Line> Draw()
    {
        var labels = new List<(Spot Middle, double Width)>();
        var lane = 0;
        foreach (var stake in _picture.Stakes.OrderBy(stake => _chains.ContainsKey(stake) ? -1 : _layers[stake.Owner] - _layers[stake.Company]))
        {
            var isAside = !_chains.TryGetValue(stake, out var chain);
            var points = isAside ? Around(_cells[stake.Owner], _cells[stake.Company], lane++) : Through(chain!);
            var width = TextSize.Of(stake.Label, 13) + 14;
            var nearOwner = _picture.Stakes.Count(other => other.Company == stake.Company) >= _picture.Stakes.Count(other => other.Owner == stake.Owner);
            var places = isAside ? [0.5, 0.35, 0.65, 0.2, 0.8] : nearOwner ? new[] { 0.36, 0.5, 0.64, 0.24, 0.76 } : [0.64, 0.5, 0.36, 0.76, 0.24];
            var candidates = places.Select(part => isAside ? Upright(points, part) : At(points, part)).ToList();
            var label = candidates.Where(spot => labels.TrueForAll(other => !Touch(spot, width, other.Middle, other.Width)) && !Boxes.Any(box => Hits(spot, width, box))).Append(candidates[0]).First();
            labels.Add((label, width));
            yield return new Line(stake, points, isAside, label, width);
        }
    }

    private static List<Spot> Through(List<Cell> chain)
    {
        var (owner, company) = (chain[0], chain[^1]);
        List<Spot> points = [new(Port(owner, chain[1], owner.Below), owner.Y + owner.Height / 2)];
        points.AddRange(chain.Skip(1).SkipLast(1).Select(cell => new Spot(cell.X, cell.Y)));
        points.Add(new(Port(company, chain[^2], company.Above), company.Y - company.Height / 2 - 8));
        return points;
    }

    // Lines of one box leave it side by side, in the order of where they go.
    private static double Port(Cell cell, Cell neighbour, List<Cell> neighbours)
    {
        var sorted = neighbours.OrderBy(other => other.X).ToList();
        var step = Math.Min(28, (cell.Width - 28) / Math.Max(1, sorted.Count));
        return cell.X + (sorted.IndexOf(neighbour) - (sorted.Count - 1) / 2.0) * step;
    }

    // Down, to the right past all boxes, up, back to the left, and down: only ever between layers, so that it passes no box.
    private List<Spot> Around(Cell owner, Cell company, int lane)
    {
        var (start, end) = (owner.X + owner.Width / 2 - 14, company.X + company.Width / 2 - 14);
        var (bottom, top) = (owner.Y + _rows[owner.Layer].Max(cell => cell.Height) / 2 + Ledge + lane * LedgeStep, company.Y - _rows[company.Layer].Max(cell => cell.Height) / 2 - Ledge - lane * LedgeStep);
        var side = Width + Lane * (lane + 1);
        return [new(start, owner.Y + owner.Height / 2), new(start, bottom), new(side, bottom), new(side, top), new(end, top), new(end, company.Y - company.Height / 2 - 8)];
    }

    private static Spot Upright(List<Spot> points, double part) => new(points[2].X, points[2].Y + (points[3].Y - points[2].Y) * part);

    private static Spot At(List<Spot> points, double part)
    {
        var place = part * (points.Count - 1);
        var i = Math.Min((int)place, points.Count - 2);
        var t = place - i;
        // On the curve that is drawn: both inner points of it are at half the height, below and above its ends.
        var across = t * t * (3 - 2 * t);
        var along = 1.5 * t * (1 - t) + t * t * t;
        return new(points[i].X + (points[i + 1].X - points[i].X) * across, points[i].Y + (points[i + 1].Y - points[i].Y) * along);
    }

    private static bool Touch(Spot a, double aWidth, Spot b, double bWidth) => Math.Abs(a.X - b.X) < (aWidth + bWidth) / 2 + 4 && Math.Abs(a.Y - b.Y) < LabelHeight + 2;

    private static bool Hits(Spot label, double width, Box box) => Math.Abs(label.X - box.X) < (width + box.Width) / 2 && Math.Abs(label.Y - box.Y) < (LabelHeight + box.Height) / 2 + 4;

    /// <summary>A box, or the place where a line passes a layer.</summary>
    private sealed class Cell(int layer, double width)
    {
        public int Layer { get; } = layer;

        public double Width { get; } = width;

        public int Node { get; init; } = -1;

        public IReadOnlyList<string> Lines { get; init; } = [];

        public double Height => Node < 0 ? 1 : Lines.Count * LineHeight + 34;

        public List<Cell> Above { get; } = [];

        public List<Cell> Below { get; } = [];

        public int Order { get; set; }

        public double Pull { get; set; }

        public double X { get; set; }

        public double Y { get; set; }
    }
}
