namespace MarketSite.Web.Demonstration.Bank;

/// <summary>A movement of the demonstration's bank account.</summary>
/// <param name="Day">The day it is booked.</param>
/// <param name="Cents">How much; negative where it leaves the account.</param>
/// <param name="Id">The bank's number of it, the same whenever it is told.</param>
/// <param name="Text">The bank's words.</param>
/// <param name="Name">Who is at the other end, where the bank says so.</param>
public sealed record BankMovement(DateOnly Day, long Cents, string Id, string Text, string? Name = null)
{
    /// <summary>A transfer of somebody who writes something.</summary>
    public static BankMovement Transfer(DateOnly day, long cents, string id, string name, string said) => new(day, cents, id, $"VIR SEPA {said}", name);
}
