using Market.Payments.Books;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Desk;

/// <summary>Whether the books hold, as they did a moment ago: the ledger is not summed for each look at the desk.</summary>
public sealed class BooksMatters(BooksHealthMemory memory, IServiceProvider services, IStringLocalizer<BooksMatters> S) : IDeskMatters
{
    public IReadOnlyList<string> Rights => [PaymentsRights.ManageBooks];

    public async Task<IReadOnlyList<DeskMatter>> FindAsync()
    {
        var hold = await memory.HoldAsync(services, CancellationToken.None);
        return
        [
            new DeskMatter(90, S["Books"], hold ? S["they hold"] : S["need a look"], !hold, new DeskLink("PaymentsBooks")) { State = hold ? null : "owed" },
        ];
    }
}
