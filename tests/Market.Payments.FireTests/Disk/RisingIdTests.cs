namespace Market.Payments.FireTests.Disk;

/// <summary>Ids that are written at the end of their index.</summary>
public class RisingIdTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);

    [Fact]
    public async Task Ids_stand_in_the_order_that_they_were_made_in()
    {
        var ids = new List<string>();
        for (var made = 0; made < 200; made++)
        {
            ids.Add(RisingId.New());
            await Task.Delay(Moment, TestContext.Current.CancellationToken);
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Ids_of_one_moment_are_as_many()
    {
        var ids = Enumerable.Range(0, 100_000).AsParallel().Select(_ => RisingId.New()).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(100_000, ids.Count);
    }

    [Fact]
    public void Ids_fit_their_columns_and_addresses() => Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", RisingId.New());
}
