using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Payments;
using Market.Payments.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.SiteBenchmarks.Looks;

/// <summary>The coordinator's own account, with as many operations as one likes, and the pages that show it.</summary>
internal sealed class LongAccount(Site site, int operations)
{
    private const int OnAPage = 50;

    private const int AtOnce = 50;

    /// <summary>Its pages, once it is there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PagesAsync()
    {
        var id = await OpenAsync();
        foreach (var numbers in Enumerable.Range(0, operations).Chunk(500))
        {
            await site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(services => PostAsync(services, id, numbers), _ => true));
        }

        var middle = FormattableString.Invariant($"pagenum={Math.Max(1, operations / OnAPage / 2)}");
        return new Dictionary<string, string>
        {
            ["an account"] = $"Admin/payments/accounts/{id}",
            ["an account, in the middle"] = $"Admin/payments/accounts/{id}?{middle}",
            ["my account"] = "my-account",
            ["my statement, in the middle"] = $"my-account/statement?{middle}",
        };
    }

    private async Task<string> OpenAsync()
    {
        var user = (User)(await site.InScopeAsync(services => services.GetRequiredService<UserManager<IUser>>().FindByNameAsync("admin")))!;
        await site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(
            async services => await services.GetRequiredService<AccountOpening>().TryOpenForAsync(user) is not null, _ => true));
        return (await site.InScopeAsync(services => services.GetRequiredService<IClientAccounts>().FindByUserAsync(user.UserId)))!.Id;
    }

    // An order a week, most of them paid at the stall: each third is still owed in part when the next comes.
    private static async Task<bool> PostAsync(IServiceProvider services, string accountId, IEnumerable<int> numbers)
    {
        var (ledger, bulk) = (services.GetRequiredService<ILedger>(), services.GetRequiredService<IBulkWork>());
        foreach (var some in numbers.Chunk(AtOnce))
        {
            foreach (var number in some)
            {
                var (isOrder, week) = (number % 2 == 0, number / 2);
                var posting = new Posting
                {
                    AccountId = accountId,
                    Kind = isOrder ? OperationKind.Order : OperationKind.Payment,
                    Amount = new Money(isOrder ? -2_000 - week : week % 3 == 0 ? 1_500 + week : 2_000 + week, Currency.Euro),
                    Method = isOrder ? null : BuiltInMethods.Cash,
                    OrderId = isOrder ? FormattableString.Invariant($"long-{week}") : null,
                    Memo = "benchmark",
                    OccurredOn = new DateOnly(2026, 11, 25).AddDays(-week % 2_000),
                    RecordedBy = "clerk",
                    IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"long:{number}"),
                };
                if (await ledger.PostAsync(posting) is not (PostingResult.Posted or PostingResult.AlreadyPosted))
                {
                    throw new InvalidOperationException($"Operation {number} was not posted.");
                }
            }

            await bulk.LetGoAsync();
        }

        return true;
    }
}
