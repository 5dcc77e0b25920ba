namespace Market.Payments.FireTests.Disk;

/// <summary>Ids that are written at the end of their index.</summary>
public class RisingIdTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);

    [Fact]
    public async Task Ids_stand_in_the_order_that_they_were_made_in()
    {
        var ids = new List<(long From, string Id, long To)>();
        for (var made = 0; made < 200; made++)
        {
            ids.Add((Clock(), RisingId.New(), Clock()));
            await Task.Delay(Moment, TestContext.Current.CancellationToken);
        }

        // The clock may stand still or be set back while somebody waits.
        var apart = ids.Zip(ids.Skip(1)).Where(pair => pair.First.To < pair.Second.From).ToList();
        Assert.NotEmpty(apart);
        Assert.All(apart, pair => Assert.True(string.CompareOrdinal(pair.First.Id, pair.Second.Id) < 0, $"{pair.First} stands behind {pair.Second}."));
    }

    [Fact]
    public void Ids_of_one_moment_are_as_many()
    {
        var ids = Enumerable.Range(0, 100_000).AsParallel().Select(_ => RisingId.New()).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(100_000, ids.Count);
    }

    [Fact]
    public void Ids_fit_their_columns_and_addresses() => Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", RisingId.New());

    private static long Clock() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}
