using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Journals;

namespace Market.Ledger.Tests.Journals;

/// <summary>The judge is Debian's own hledger: <c>apt-get install hledger</c>.</summary>
public class HledgerTests
{
    [Fact]
    public async Task Hledger_finds_nothing_wrong_and_the_same_balance_for_every_client()
    {
        var market = new JournalMarket(seed: 20250314, accounts: 200, operations: 5000);
        var file = await SavedAsync(await market.WriteAsync((output, entries) => HledgerWriter.WriteAsync(output, entries)));
        try
        {
            await HledgerAsync("check", "--strict", "-f", file);
            var balances = (await HledgerAsync("balance", "411", "--empty", "--flat", "--no-total", "-O", "csv", "-f", file))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]
                .Select(line => line.Split(','))
                .ToDictionary(cells => cells[0].Trim('"'), cells => cells[1].Trim('"'));
            var chart = new ChartOfAccounts();
            Assert.Equal(
                market.Accounts.ToDictionary(account => HledgerWriter.AccountName(chart.Clients, JournalMarket.Client(account)), account => -market.Balance(account)),
                balances.ToDictionary(balance => balance.Key, balance => Read(balance.Value)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void No_two_clients_have_one_name()
    {
        string[] numbers = ["C#1", "C/1", "C-1", "C_1", "C 1", "C:1", "C;1", "C_23_1"];
        var clients = new ChartOfAccounts().Clients;
        Assert.Distinct(numbers.Select(number => HledgerWriter.AccountName(clients, new AuxiliaryAccount(number, "N"))));
        Assert.Equal("411:C-0042", HledgerWriter.AccountName(clients, new AuxiliaryAccount("C-0042", "N")));
    }

    [Theory]
    [InlineData("JPY", "1234 JPY")]
    [InlineData("TND", "1.234 TND")]
    [InlineData("EUR", "12.34 EUR")]
    public async Task Hledger_reads_each_currency_with_its_decimals(string code, string expected)
    {
        var market = new TestMarket();
        var order = market.Post(market.Order(5)) with { Amount = new Money(-1234, Currency.FromCode(code)) };
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var books = new Bookkeeper(new ChartOfAccounts(), _ => ValueTask.FromResult<Operation?>(null), _ => ValueTask.FromResult<AuxiliaryAccount?>(new(": ;C 1  (x)", "N")));
        await HledgerWriter.WriteAsync(text, books.EnterAsync(new[] { order }.ToAsyncEnumerable(), cancellationToken: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var file = await SavedAsync(text.ToString());
        try
        {
            await HledgerAsync("check", "--strict", "-f", file);
            Assert.Contains(expected, await HledgerAsync("balance", "411", "--no-total", "-f", file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> SavedAsync(string journal)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".journal");
        await File.WriteAllTextAsync(file, journal, TestContext.Current.CancellationToken);
        return file;
    }

    // hledger says "0" for no money, without its currency.
    private static Money Read(string amount) =>
        new((long)(decimal.Parse(amount.Split(' ')[0], CultureInfo.InvariantCulture) * 100), Currency.Euro);

    private static async Task<string> HledgerAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("hledger", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        Process? hledger = null;
        try
        {
            hledger = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Skip("hledger is not installed; on Debian: apt-get install hledger.");
        }

        using (hledger)
        {
            var complaint = hledger!.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var answer = await hledger.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await hledger.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(hledger.ExitCode == 0, await complaint);
            return answer;
        }
    }
}
