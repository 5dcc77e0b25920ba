using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Market.Laws.Tests;

/// <summary>The engine and what reads bank files decide, and touch nothing: what it calls is read from what it was compiled to.</summary>
public sealed class EngineTests
{
    private static readonly string[] Outside =
    [
        "OrchardCore", "YesSql", "Dapper", "Microsoft.AspNetCore", "Microsoft.Extensions", "System.Net", "System.Console", "System.Data", "System.Diagnostics.Process",
        "System.IO.Directory", "System.IO.File", "System.IO.Path", "System.Threading.Timer", "System.TimeProvider", "System.Diagnostics.Stopwatch",
    ];

    private static readonly string[] Chance =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Random.get_Shared",
    ];

    // Turns entities of SGML into characters, and touches no network.
    private const string Entities = "System.Net.WebUtility";

    public static TheoryData<string> Pure => ["Market.Ledger", "Market.Bank"];

    [Theory]
    [MemberData(nameof(Pure))]
    public void It_knows_no_site_no_database_no_file_no_network_and_no_console(string library) => Law.HasNoOffender(
        Read(library, metadata => metadata.TypeReferences.Select(handle => NameOf(metadata, metadata.GetTypeReference(handle))))
            .Where(type => type != Entities && Outside.Any(outside => type == outside || type.StartsWith(outside + ".", StringComparison.Ordinal) || type.StartsWith(outside + "Stream", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Pure))]
    public void It_asks_no_clock_and_leaves_nothing_to_chance(string library) => Law.HasNoOffender(
        Read(library, metadata => metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind is HandleKind.TypeReference)
            .Select(member => $"{NameOf(metadata, metadata.GetTypeReference((TypeReferenceHandle)member.Parent))}.{metadata.GetString(member.Name)}"))
            .Intersect(Chance));

    private static List<string> Read(string library, Func<MetadataReader, IEnumerable<string>> what)
    {
        using var file = File.OpenRead(Assembly.Load(library).Location);
        using var assembly = new PEReader(file);
        return [.. what(assembly.GetMetadataReader())];
    }

    private static string NameOf(MetadataReader metadata, TypeReference type) => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
