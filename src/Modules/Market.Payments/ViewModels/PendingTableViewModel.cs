using Market.Ledger;

namespace Market.Payments.ViewModels;

/// <summary>Announced payments, with what may be done about them.</summary>
/// <param name="Accounts">Their accounts by id.</param>
/// <param name="ShowClients">Whether they are of several clients.</param>
/// <param name="MayRecord">Whether the person may receive and cancel them.</param>
public sealed record PendingTableViewModel(
    IReadOnlyList<PendingPayment> Payments,
    IReadOnlyDictionary<string, ClientAccount> Accounts,
    bool ShowClients,
    bool MayRecord);
