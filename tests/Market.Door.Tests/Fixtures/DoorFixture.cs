using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Market.Door.Tests.Fixtures.DoorFixture))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Market.Door.Tests.Fixtures;

/// <summary>One set of packages, one site built from them, and one market installed on it, for all tests.</summary>
public sealed class DoorFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("market-door-").FullName;
    private PlainMarket? _market;

    public Packages Packages { get; private set; } = null!;

    public PlainSite Site { get; private set; } = null!;

    /// <summary>The market, installed by the first test that asks for it.</summary>
    public async Task<PlainMarket> MarketAsync() => _market ??= await Installation.RunAsync(Site);

    public async ValueTask InitializeAsync()
    {
        Packages = await Packages.PackAsync(Path.Combine(_folder, "packages"));
        await OtherShop.PackAsync(Path.Combine(_folder, "Sample"), Packages);
        Site = await PlainSite.BuildAsync(Path.Combine(_folder, "Shop"), Packages);
    }

    public async ValueTask DisposeAsync()
    {
        if (_market is not null)
        {
            await _market.DisposeAsync();
        }

        await Folders.DeleteAsync(_folder);
    }
}
