namespace Market.Payments.FireTests.Fixtures;

/// <summary>
/// Tests of what workflows are told, on a site that they share: each starts with nothing left to tell, by the site's own clock, and
/// without the workflows of those before it, which would answer what it does.
/// </summary>
public abstract class AutomatedTests(MarketFixture fixture) : IAsyncLifetime
{
    protected MarketHost Market => fixture.Market;

    public async ValueTask InitializeAsync()
    {
        Market.Clock.Set = null;
        await Market.RemoveDefinedAsync();
        await Market.TellAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
