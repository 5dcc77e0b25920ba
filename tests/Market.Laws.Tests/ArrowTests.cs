using System.Reflection;
using System.Xml.Linq;

namespace Market.Laws.Tests;

/// <summary>Web → modules → contracts → engine: nothing points back, and no module points at another. A library beside the contracts knows the engine only.</summary>
public sealed class ArrowTests
{
    private const string Contracts = "Market.Payments.Abstractions";

    private const string Engine = "Market.Ledger";

    private const string Bank = "Market.Bank";

    private const string Tables = "Market.Tables";

    public static TheoryData<string, string[]> Allowed => new()
    {
        { Engine, [] },
        { Bank, [Engine, Tables] },
        { Contracts, [Engine] },
        { Tables, [] },
        { "Market.Rehearsal", [Engine] },
        { "Market.Handbook", [] },
        { "Market.Payments", [Engine, Contracts] },
        { "Market.Payments.Banking", [Engine, Contracts, Bank, Tables] },
        { "Market.Payments.Counter", [Engine, Contracts] },
        { "Market.Payments.MovingIn", [Engine, Contracts, Tables] },
        { "Market.Payments.Reminders", [Engine, Contracts] },
        { "Market.Payments.Stripe", [Engine, Contracts] },
        { "Market.Orders", [Engine, Contracts] },
        { "Market.Desk", [Engine, Contracts] },
        { "MarketTheme", [] },
    };

    [Fact]
    public void Each_project_of_libraries_modules_and_themes_is_in_the_table() => Assert.Equal(
        Repository.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension).Where(name => name != "MarketSite.Web").Order(StringComparer.Ordinal),
        Allowed.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_refers_to_its_own_contracts_only(string project, string[] allowed)
    {
        var file = Assert.Single(Repository.Files("src", $"/{project}.csproj"));
        var referred = XDocument.Parse(Repository.Read(file)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

        Law.HasNoOffender(referred.Except(allowed).Select(name => $"{project} refers to {name}"));
    }

    [Theory]
    [InlineData("Market.Payments")]
    [InlineData("Market.Payments.Banking")]
    [InlineData("Market.Payments.Counter")]
    [InlineData("Market.Payments.MovingIn")]
    [InlineData("Market.Payments.Reminders")]
    [InlineData("Market.Payments.Stripe")]
    [InlineData("Market.Orders")]
    [InlineData("Market.Desk")]
    [InlineData("Market.Handbook")]
    public void A_module_is_built_against_no_other(string module) => Assert.DoesNotContain(
        Assembly.Load(module).GetReferencedAssemblies().Select(assembly => assembly.Name!),
        name => name.StartsWith("Market", StringComparison.Ordinal) && name is not (Engine or Contracts or Bank or Tables));

    [Fact]
    public void The_contracts_need_no_Orchard_and_no_database() => Assert.DoesNotContain(
        Assembly.Load(Contracts).GetReferencedAssemblies().Select(assembly => assembly.Name!),
        name => name.StartsWith("Orchard", StringComparison.Ordinal) || name.StartsWith("YesSql", StringComparison.Ordinal) || name.StartsWith("Dapper", StringComparison.Ordinal));
}
