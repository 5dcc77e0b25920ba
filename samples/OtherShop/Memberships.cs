using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace OtherShop;

/// <summary>Takes, renews and cancels memberships. The membership and its debit are committed together before a call returns, or neither is.</summary>
public sealed class Memberships(IUnitOfWork work)
{
    /// <summary>Takes a membership from today on. The same form takes one.</summary>
    public Task<MembershipResult> TakeAsync(string accountId, string formKey, string userId) =>
        RunAsync(desk => desk.TakeAsync(accountId, formKey, userId));

    /// <summary>Renews a membership for another year, if a workflow posts its fee. The same form renews once.</summary>
    public Task<MembershipResult> RenewAsync(string? membershipId, string formKey, string userId) =>
        RunAsync(desk => desk.RenewAsync(membershipId, formKey, userId));

    /// <summary>Cancels a membership and takes its debit back. A cancelled one is cancelled already.</summary>
    public Task<MembershipResult> CancelAsync(string? membershipId, string userId) =>
        RunAsync(desk => desk.CancelAsync(membershipId, userId));

    // The desk comes from the unit's own scope: its session is the one the ledger posts in, and a new try reads everything anew.
    private Task<MembershipResult> RunAsync(Func<MembershipDesk, Task<MembershipResult>> ask) => work.RunAsync(
        services => ask(services.GetRequiredService<MembershipDesk>()),
        keep: result => result is MembershipResult.Done);
}
