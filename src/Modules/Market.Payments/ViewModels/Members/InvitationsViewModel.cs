using Market.Payments.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels.Members;

/// <summary>Who is invited to register.</summary>
public class InvitationsViewModel
{
    /// <summary>The addresses as they were typed.</summary>
    public string? Addresses { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<InvitationRow> Rows { get; init; } = [];

    /// <summary>Whether only those register who are invited.</summary>
    [BindNever]
    public bool IsOnly { get; init; }

    [BindNever]
    [ValidateNever]
    public required dynamic Pager { get; init; }
}

/// <summary>One invitation to the market.</summary>
public class InvitationRow
{
    public required string Id { get; init; }

    public required string Address { get; init; }

    public DateOnly InvitedOn { get; init; }

    public string? InvitedBy { get; init; }

    public DateOnly Until { get; init; }

    /// <summary>When it was accepted or withdrawn.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The login of who came.</summary>
    public string? CameAs { get; init; }

    /// <summary>Their account.</summary>
    public string? AccountId { get; init; }

    public InvitationState State { get; init; }

    /// <summary>Whether its link works.</summary>
    public bool IsLive { get; init; }

    public InvitationMailState Mail { get; init; }

    public string? Fault { get; init; }
}
