using System.Text;
using System.Xml.Linq;
using Market.Door.Tests.Fixtures;

namespace Market.Door.Tests;

public sealed class PackageTests(DoorFixture door)
{
    private static readonly string[] Expected =
    [
        "Market.Bank", "Market.Desk", "Market.Handbook", "Market.Ledger", "Market.Orders", "Market.Payments", "Market.Payments.Abstractions", "Market.Payments.Banking", "Market.Payments.Counter",
        "Market.Payments.MovingIn", "Market.Payments.Reminders", "Market.Payments.Stripe", "Market.Tables", "MarketTheme",
    ];

    private static readonly string[] Libraries = ["Market.Bank", "Market.Ledger", "Market.Payments.Abstractions", "Market.Tables"];

    [Fact]
    public void One_command_makes_these_packages_with_their_symbols_and_no_other()
    {
        Assert.Equal(Expected, door.Packages.Names);
        Assert.Equal(Expected, door.Packages.Symbols);
    }

    [Fact]
    public async Task Each_package_says_what_it_is_and_nothing_of_who_made_it()
    {
        foreach (var name in Expected)
        {
            using var package = await door.Packages.OpenAsync(name);
            using var specification = await package.GetEntry(name + ".nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
            var metadata = (await XDocument.LoadAsync(specification, LoadOptions.None, TestContext.Current.CancellationToken)).Root!.Elements().Single();
            Assert.Equal("MIT", Value(metadata, "license"));
            Assert.NotNull(package.GetEntry(Value(metadata, "icon")));
            Assert.NotNull(package.GetEntry(Value(metadata, "readme")));
            Assert.NotEmpty(Value(metadata, "description"));
            Assert.NotEmpty(Value(metadata, "tags"));
            Assert.DoesNotContain(metadata.Elements(), element => element.Name.LocalName is "repository" or "projectUrl");
            foreach (var entry in package.Entries)
            {
                using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken), Encoding.Latin1);
                Assert.DoesNotContain(Repository.Root + "/src", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_module_asks_for_libraries_and_for_any_Orchard_that_keeps_them()
    {
        foreach (var name in Expected.Where(name => name is not "Market.Ledger"))
        {
            using var package = await door.Packages.OpenAsync(name);
            using var specification = await package.GetEntry(name + ".nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
            var document = await XDocument.LoadAsync(specification, LoadOptions.None, TestContext.Current.CancellationToken);
            var asked = document.Descendants().Where(element => element.Name.LocalName == "dependency")
                .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
            Assert.All(asked.Keys.Where(id => id.StartsWith("Market", StringComparison.Ordinal)), id => Assert.Contains(id, Libraries));
            Assert.All(asked.Where(one => one.Key.StartsWith("OrchardCore.", StringComparison.Ordinal)), one => Assert.Equal("[3.0.1, 4.0.0)", one.Value));
        }
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
}
