namespace Market.Samples.Page;

/// <summary>A vertical scale with round marks, over a drawing that is 100 high.</summary>
internal sealed record Scale
{
    private Scale(double least, double most, double step) => (Least, Most, Step) = (least, most, step);

    public double Least { get; }

    public double Most { get; }

    public double Step { get; }

    /// <summary>The round amounts on it, from the top.</summary>
    public IEnumerable<double> Marks => Enumerable.Range(0, (int)Math.Round((Most - Least) / Step) + 1).Select(mark => Most - (mark * Step));

    /// <summary>The scale that holds these and zero, with three to six marks.</summary>
    public static Scale Over(double least, double most)
    {
        var span = Math.Max(1, Math.Max(0, most) - Math.Min(0, least));
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        var step = new[] { 1d, 2, 5, 10 }.Select(round => round * power).First(round => span / round <= 5);
        return new Scale(Math.Floor(Math.Min(0, least) / step) * step, Math.Max(1, Math.Ceiling(Math.Max(0, most) / step)) * step, step);
    }

    /// <summary>How far down a value is.</summary>
    public double Y(double value) => (Most - value) / (Most - Least) * 100;
}
