using System.Diagnostics;
using System.Globalization;
using Market.Bank.Statements;

namespace Market.Bank.Tests;

/// <summary>
/// How fast statements are read, and what memory holds meanwhile; asserts no time. Run by
/// <c>dotnet test tests/Market.Bank.Tests -c Release --filter FullyQualifiedName~Bank.Tests.Scale --logger "console;verbosity=detailed" -- xUnit.Explicit=only</c>.
/// </summary>
[Collection(nameof(LargeFileTests))]
public class ScaleTests
{
    [Theory(Explicit = true)]
    [InlineData(50_000)]
    [InlineData(1_000_000)]
    public void Each_form(int lines)
    {
        foreach (var form in Enum.GetValues<StatementForm>())
        {
            using var file = LargeFiles.Of(form, lines);
            var clock = Stopwatch.StartNew();

            Assert.Equal(lines, StatementFile.Read(file).OfType<StatementPart.Moved>().Count());
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{form}: {file.Length / 1e6:0.0} MB, {lines:N0} lines in {clock.Elapsed.TotalSeconds:0.00} s: {lines / clock.Elapsed.TotalSeconds:N0} a second; {file.Held / 1024:N0} KB held"));
        }
    }
}
