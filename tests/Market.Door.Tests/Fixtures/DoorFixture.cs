using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Market.Door.Tests.Fixtures.DoorFixture))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Market.Door.Tests.Fixtures;

/// <summary>One set of packages and one site built from them, for all tests.</summary>
public sealed class DoorFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("market-door-").FullName;

    public Packages Packages { get; private set; } = null!;

    public PlainSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Packages = await Packages.PackAsync(Path.Combine(_folder, "packages"));
        Site = await PlainSite.BuildAsync(Path.Combine(_folder, "Shop"), Packages);
    }

    public async ValueTask DisposeAsync() => await Folders.DeleteAsync(_folder);
}
