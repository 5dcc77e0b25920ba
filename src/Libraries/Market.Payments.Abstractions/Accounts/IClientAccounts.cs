using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>Finds client accounts and tells what stands in them. What it tells is committed, and the same on every screen.</summary>
public interface IClientAccounts
{
    /// <summary>The account with this id, if there is one.</summary>
    Task<ClientAccount?> FindAsync(string accountId);

    /// <summary>The account that this user sees and settles, if there is one: as its holder, or as another login of its household.</summary>
    Task<ClientAccount?> FindByUserAsync(string userId);

    /// <summary>The accounts with these ids, by id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, ClientAccount>> FindManyAsync(IReadOnlyCollection<string> accountIds);

    /// <summary>The accounts with these references, open or closed, by reference; unknown references are left out.</summary>
    Task<IReadOnlyDictionary<string, ClientAccount>> FindByReferencesAsync(IReadOnlyCollection<string> references);

    /// <summary>The confirmed balance of an account: the sum of its operations.</summary>
    Task<Money> GetBalanceAsync(string accountId);

    /// <summary>The balance that no order may take an account below: its own where it has one, otherwise the market's.</summary>
    /// <returns>None where orders are not limited, or there is no such account.</returns>
    Task<Money?> GetFloorAsync(string accountId);

    /// <summary>Which money of an account pays which of its debts.</summary>
    Task<Allocation> GetAllocationAsync(string accountId);

    /// <summary>
    /// What is posted for each order of a distribution, by order id: the debit as the member owes it, zero or more.
    /// An order that is not in it has no debit.
    /// </summary>
    Task<IReadOnlyDictionary<string, Money>> GetOrderDebitsAsync(string distributionId);
}
