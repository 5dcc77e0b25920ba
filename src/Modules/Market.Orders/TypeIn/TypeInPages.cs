using System.Globalization;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sheets;
using Market.Orders.ViewModels;
using Market.Payments;

namespace Market.Orders.TypeIn;

/// <summary>Gathers what the page shows on which paper orders are typed in.</summary>
public sealed class TypeInPages(OrderStore store, OrderSheets sheets, IOpenAccounts open, IClientAccounts accounts, IDistributionState state)
{
    /// <summary>The page before a member is chosen.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="member">What was typed to find one.</param>
    public async Task<TypeInViewModel> AskAsync(Distribution distribution, string? member)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var all = await open.ListAsync();
        var placed = await store.ListAsync(distribution.Id);
        return new TypeInViewModel
        {
            Distribution = distribution,
            Closure = await state.FindAsync(distribution.Id),
            Accounts = all,
            WithOrder = placed.Where(order => order.Status == nameof(OrderStatus.Placed)).Select(order => order.AccountId).ToHashSet(StringComparer.Ordinal),
            Member = member,
            Matches = string.IsNullOrWhiteSpace(member) ? [] : [.. all.Where(account => Fits(account, member))],
            FormKey = IMoneyForms.NewKey(),
        };
    }

    /// <summary>The page of a member, on which what they ordered is typed in.</summary>
    public async Task<TypeInViewModel> FillAsync(Distribution distribution, ClientAccount account, IReadOnlyDictionary<string, string?>? typed = null)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(account);
        var order = await store.FindPlacedAsync(account.Id, distribution.Id);
        return new TypeInViewModel
        {
            Distribution = distribution,
            Closure = await state.FindAsync(distribution.Id),
            Account = account,
            Order = order,
            Sheet = await sheets.LayOutAsync(distribution.Id, order, typed),
            FormKey = IMoneyForms.NewKey(),
        };
    }

    /// <summary>The account with this id, if it takes orders.</summary>
    public async Task<ClientAccount?> FindAsync(string? accountId) =>
        !string.IsNullOrEmpty(accountId) && await accounts.FindAsync(accountId) is { IsOpen: true } account ? account : null;

    /// <summary>Whether an account is meant: by its number, with or without what stands before its figures, or by how words of its name begin.</summary>
    public static bool Fits(OpenAccount account, string typed)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(typed);
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var figures = new string([.. account.Number.Where(char.IsAsciiDigit)]);
            return int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own == number;
        }

        return NameWords.Fit(NameWords.Of(account.Number, account.Name), typed);
    }
}
