namespace Market.SiteBenchmarks;

/// <summary>Accounts as a market uses them: the n-th most active one is drawn 1/n times as often as the first. The same for the same caller and question.</summary>
internal sealed class Zipf
{
    private readonly double[] _upTo;

    public Zipf(int count)
    {
        _upTo = new double[count];
        var sum = 0d;
        for (var place = 0; place < count; place++)
        {
            _upTo[place] = sum += 1d / (place + 1);
        }
    }

    public int Next(int caller, int question)
    {
        var drawn = new Random((caller * 1_000_003) + question).NextDouble() * _upTo[^1];
        var place = Array.BinarySearch(_upTo, drawn);
        return place < 0 ? ~place : place;
    }
}
