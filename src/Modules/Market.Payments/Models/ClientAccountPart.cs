using Market.Ledger.Postings;
using OrchardCore.ContentManagement;

namespace Market.Payments.Models;

/// <summary>Makes a content item a client account. The item's id is the account's id in every operation.</summary>
public class ClientAccountPart : ContentPart
{
    public const int MaxNameLength = IAccountRegister.MaxNameLength;

    public const int MaxNumberLength = 20;

    public const int MaxUserIdLength = 26;

    /// <summary>The client's name: one line, whoever gives it.</summary>
    public string? Name { get; set => field = OneLine.OrNull(value); }

    /// <summary>The number people use, like <c>C-0042</c>. Given once, never changed.</summary>
    public string? Number { get; set; }

    /// <summary>The permanent reference for transfers (ISO 11649). Given once, never changed.</summary>
    public string? Reference { get; set; }

    /// <summary>The user who may see and settle this account: its holder.</summary>
    public string? UserId { get; set; }

    /// <summary>The other users who may, each under their own name: a household.</summary>
    public List<FurtherLogin> FurtherLogins { get; set; } = [];

    /// <summary>The lowest balance an order may lead to, in minor units, where it is not the market's.</summary>
    public long? FloorMinorUnits { get; set; }

    public AccountStatus Status { get; set; }
}
