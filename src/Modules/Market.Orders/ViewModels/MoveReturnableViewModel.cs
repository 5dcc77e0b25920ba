using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Orders.ViewModels;

/// <summary>The form that gives packaging out or takes it back.</summary>
public class MoveReturnableViewModel
{
    /// <summary>The form's key.</summary>
    public string? Key { get; set; }

    /// <summary>The packaging.</summary>
    public string? ReturnableId { get; set; }

    /// <summary>How many.</summary>
    public int Count { get; set; }

    /// <summary>Whether it comes back.</summary>
    public bool IsBack { get; set; }

    /// <summary>Whether more may come back than went out.</summary>
    public bool Anyway { get; set; }

    /// <summary>The client account.</summary>
    [BindNever]
    [ValidateNever]
    public string AccountId { get; set; } = string.Empty;

    /// <summary>Why somebody is asked whether it is meant.</summary>
    [BindNever]
    [ValidateNever]
    public string Sentence { get; set; } = string.Empty;
}
